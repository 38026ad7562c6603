using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>What a request demands of caches (RFC 9111 §5.2.1). What cannot be read is not there.</summary>
public sealed record RequestDirectives
{
    /// <summary>No demands.</summary>
    public static readonly RequestDirectives None = new();

    /// <summary>RFC 9111 §5.2.1.1: the greatest age wanted; zero if invalid.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>RFC 9111 §5.2.1.2: how far past its lifetime a response is still welcome; without a number, however far.</summary>
    public TimeSpan? MaxStale { get; init; }

    /// <summary>RFC 9111 §5.2.1.3: how much longer a response must stay fresh.</summary>
    public TimeSpan? MinFresh { get; init; }

    /// <summary>RFC 9111 §5.2.1.4, or <c>Pragma: no-cache</c> where there is no Cache-Control (§5.4).</summary>
    public bool NoCache { get; init; }

    /// <summary>RFC 9111 §5.2.1.5.</summary>
    public bool NoStore { get; init; }

    /// <summary>RFC 9111 §5.2.1.7.</summary>
    public bool OnlyIfCached { get; init; }

    /// <summary>RFC 5861 §4: how far past its lifetime a response is welcome when the upstream fails.</summary>
    public TimeSpan? StaleIfError { get; init; }

    /// <summary>Reads the demands of a request, as far as the policy obeys them.</summary>
    public static RequestDirectives Of(CacheRequest request, CachePolicy policy)
    {
        if (!policy.ObeysRequest)
            return None;
        var lines = request.Fields.Values("Cache-Control");
        if (lines.Count == 0)
            return AsksNoCacheByPragma(request.Fields) ? new() { NoCache = true } : None;
        var field = CacheControl.Parse(lines);
        return new()
        {
            MaxAge = field.Lifetime("max-age"),
            MaxStale = field.HasBare("max-stale") ? DeltaSeconds.Greatest : field.Allowance("max-stale"),
            MinFresh = field.Allowance("min-fresh"),
            NoCache = field.Has("no-cache"),
            NoStore = field.Has("no-store"),
            OnlyIfCached = field.Has("only-if-cached"),
            StaleIfError = field.Allowance("stale-if-error"),
        };
    }

    private static bool AsksNoCacheByPragma(HeaderFields fields) =>
        fields.Contains("Pragma") && CacheControl.Parse(fields.Values("Pragma")).Has("no-cache");
}
