using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads what reports say about caching.</summary>
internal sealed class CachingReader(ProblemList problems)
{
    private readonly ValueReader _values = new(problems);

    /// <summary>Reads the key <c>cache</c> of a report: a lifetime, or a map.</summary>
    public ReportCaching OfReport(Node? node)
    {
        if (node is null or ScalarNode)
        {
            return _values.Duration(node) is { } lifetime ? ReportCaching.Default with { Lifetime = lifetime } : ReportCaching.Default;
        }

        if (_values.Map(node, "cache", "a lifetime such as 30s, or a map of `ttl`, `stale`, `staleOnError` and `partial`") is not { } map)
        {
            return ReportCaching.Default;
        }

        var caching = new ReportCaching
        {
            Lifetime = _values.Duration(map.Take("ttl")),
            Stale = _values.Duration(map.Take("stale")) ?? TimeSpan.Zero,
            StaleOnError = _values.Duration(map.Take("staleOnError")) ?? TimeSpan.Zero,
            Partial = _values.Duration(map.Take("partial")) ?? ReportCaching.DefaultPartial,
        };
        map.Close();
        return caching;
    }

    /// <summary>Reads the key <c>tags</c>: words under which what is stored can be purged.</summary>
    public ImmutableArray<string> Tags(Node? node)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        foreach (var element in _values.List(node, "a list of tags"))
        {
            if (_values.String(element, Expected) is not { } tag)
            {
                continue;
            }

            if (tag.Text.Length > MaxTagLength || tag.Text.Any(char.IsControl))
            {
                problems.Error(tag.Place, "a tag that is too long or has control characters", Expected);
            }
            else if (!tags.Contains(tag.Text))
            {
                tags.Add(tag.Text);
            }
        }

        return tags.DrainToImmutable();
    }

    private const int MaxTagLength = 100;
    private const string Expected = "a tag: text of at most 100 characters";
}
