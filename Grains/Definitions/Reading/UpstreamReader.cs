using Aggregator.Definitions.Syntax;
using Aggregator.HttpCaching;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads one upstream.</summary>
internal sealed class UpstreamReader(ISecretSource secrets, ProblemList problems)
{
    private const int MaxAttempts = 10;
    private const int MaxConcurrency = 100_000;

    private readonly ValueReader _values = new(problems);
    private readonly HeaderReader _headers = new(problems);
    private readonly RelayReader _relay = new(problems);

    /// <summary>Reads an upstream; null when it has no usable URL.</summary>
    public UpstreamDefinition? Read(Member upstream)
    {
        var references = new SecretText(secrets, problems);
        if (_values.Map(references.Resolve(upstream.Value), "an upstream", "a map of an upstream's settings") is not { } map)
        {
            return null;
        }

        var url = ReadUrl(map);
        var headers = map.Take("headers");
        var definition = new UpstreamDefinition
        {
            Name = upstream.Key,
            Place = upstream.KeyPlace,
            Url = url ?? Unknown,
            UrlText = TextOf(upstream.Value, "url"),
            Headers = _headers.Fields(headers),
            Timeout = _values.Duration(map.Take("timeout")) ?? UpstreamDefinition.DefaultTimeout,
            Retry = ReadRetry(map.Take("retry")) ?? RetryDefinition.Default,
            Concurrency = _values.Whole(map.Take("concurrency"), 1, MaxConcurrency) ?? UpstreamDefinition.DefaultConcurrency,
            MaxResponse = _values.Size(map.Take("maxResponse")) ?? UpstreamDefinition.DefaultMaxResponse,
            Accept = _headers.Names(map.Take("accept")),
            Relay = _relay.Read(map.TakeMember("relay"), HeaderReader.Credentials(headers)),
            Sharing = ReadSharing(map.Take("cache")),
            Hash = DefinitionHash.OfUpstream(upstream, references.Resolved, secrets.DigestKey.Span),
        };
        map.Close(LaterKeys.Upstream);
        return url is null ? null : definition;
    }

    private static readonly Uri Unknown = new("http://unknown.invalid");

    /// <summary>A setting as it is written, before its references are resolved.</summary>
    private static string TextOf(Node node, string key) =>
        ((node as MappingNode)?.Members.FirstOrDefault(member => member.Key == key)?.Value as ScalarNode)?.Text ?? "";

    private Uri? ReadUrl(MappingReader map)
    {
        switch (map.Take("url"))
        {
            case null when map.Has("urls", "database"):
                return null;
            case null:
                problems.Error(map.Place, "an upstream without `url`", "`url: https://host/base-path`");
                return null;
            case SequenceNode list:
                problems.Error(list.Place, "a list of URLs, which this version does not support yet", "one URL");
                return null;
            case var node:
                return _values.String(node, UpstreamUrl.Expected) is { } text ? UpstreamUrl.Read(text, problems) : null;
        }
    }

    private CacheSharing ReadSharing(Node? node)
    {
        const string Expected = "shared or private";
        if (_values.String(node, Expected) is not { Text: var text })
        {
            return CacheSharing.Shared;
        }

        if (text is not ("shared" or "private"))
        {
            problems.UnknownName(node!.Place, "kind of cache", text, Expected, ["shared", "private"]); // there, or it had no text
        }

        return text == "private" ? CacheSharing.Private : CacheSharing.Shared;
    }

    private RetryDefinition? ReadRetry(Node? node)
    {
        if (node is null or ScalarNode)
        {
            return _values.Whole(node, 0, MaxAttempts) is { } attempts ? RetryDefinition.Default with { Attempts = attempts } : null;
        }

        if (_values.Map(node, "retry", "a number of further attempts, or a map of `attempts` and `backoff`") is not { } map)
        {
            return null;
        }

        var retry = new RetryDefinition(
            _values.Whole(map.Take("attempts"), 0, MaxAttempts) ?? RetryDefinition.Default.Attempts,
            _values.Duration(map.Take("backoff")) ?? RetryDefinition.Default.Backoff);
        map.Close();
        return retry;
    }
}
