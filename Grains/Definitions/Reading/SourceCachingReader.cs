using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;
using Aggregator.Resources;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads what a source says about stored answers of its upstream: <c>cache</c> and <c>tags</c>.</summary>
internal sealed class SourceCachingReader(ProblemList problems)
{
    private const string Expected = "http, off, a lifetime such as 30s, or a map of `ttl`, `stale` and `staleOnError`";
    private const string ExpectedTag = "a tag: text of at most 100 characters";
    private const int MaxTagLength = 100;

    private readonly ValueReader _values = new(problems);

    /// <summary>Reads <c>cache</c>. What is read by GET goes by HTTP's rules unless it says otherwise; nothing else is stored unless it says so.</summary>
    public ResourceCaching Read(Member? cache, SourceWork? work)
    {
        if (cache is null)
        {
            return work is SourceWork.HttpCall { Method.Method: "GET" } ? ResourceCaching.Http : ResourceCaching.Off;
        }

        if (work is SourceWork.HttpCall { Safe: false } && cache.Value is not ScalarNode { Text: "off" })
        {
            problems.Error(cache.KeyPlace, "`cache` for a call that is not safe", "`safe: true` beside it, if it only reads, or no `cache`");
        }

        return cache.Value switch
        {
            MappingNode => Lifetimes(cache.Value),
            ScalarNode { Text: "http" } => ResourceCaching.Http,
            ScalarNode { Text: "off" } => ResourceCaching.Off,
            ScalarNode { Kind: ScalarKind.String, Text: var text } when text.Length > 0 && !char.IsAsciiDigit(text[0]) => Unknown(cache, text),
            ScalarNode => _values.Duration(cache.Value) is { } lifetime ? Fixed(lifetime) : ResourceCaching.Off,
            _ => Wrong(cache),
        };
    }

    /// <summary>Reads <c>tags</c>: words under which what is stored can be purged.</summary>
    public ImmutableArray<string> Tags(Node? node)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        foreach (var element in _values.List(node, "a list of tags"))
        {
            if (_values.String(element, ExpectedTag) is not { } tag)
            {
                continue;
            }

            if (tag.Text.Length > MaxTagLength || tag.Text.Any(char.IsControl))
            {
                problems.Error(tag.Place, "a tag that is too long or has control characters", ExpectedTag);
            }
            else if (!tags.Contains(tag.Text))
            {
                tags.Add(tag.Text);
            }
        }

        return tags.DrainToImmutable();
    }

    private static ResourceCaching Fixed(TimeSpan lifetime) => new() { Mode = ResourceCachingMode.Fixed, Lifetime = lifetime };

    private ResourceCaching Lifetimes(Node node)
    {
        if (_values.Map(node, "cache", Expected) is not { } map)
        {
            return ResourceCaching.Off;
        }

        var lifetime = map.Take("ttl");
        if (lifetime is null)
        {
            problems.Error(map.Place, "`cache` without `ttl`", "`ttl`: how long an answer is fresh");
        }

        var caching = Fixed(_values.Duration(lifetime) ?? TimeSpan.Zero) with
        {
            Stale = _values.Duration(map.Take("stale")) ?? TimeSpan.Zero,
            StaleOnError = _values.Duration(map.Take("staleOnError")) ?? TimeSpan.Zero,
        };
        map.Close();
        return caching;
    }

    private ResourceCaching Unknown(Member cache, string text)
    {
        problems.UnknownName(cache.Value.Place, "kind of cache", text, Expected, ["http", "off"]);
        return ResourceCaching.Off;
    }

    private ResourceCaching Wrong(Member cache)
    {
        problems.Error(cache.Value, Expected);
        return ResourceCaching.Off;
    }
}
