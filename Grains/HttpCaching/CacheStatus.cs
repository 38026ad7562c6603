using System.Globalization;
using System.Text;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>What a cache did with one request, as Cache-Status tells it (RFC 9211 §2).</summary>
public sealed record CacheStatus
{
    /// <summary>The name by which our cache is known.</summary>
    public const string CacheName = "aggregator";

    /// <summary>Why the request went to the upstream; null if it did not, which is a hit.</summary>
    public ForwardReason? Forward { get; init; }

    /// <summary>The status that the upstream answered with; told only if the request went there (§2.3).</summary>
    public int? ForwardStatus { get; init; }

    /// <summary>What is left of the response's lifetime, negative if it is stale (§2.4); null if nothing is known.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Whether the upstream's answer was stored (§2.5).</summary>
    public bool Stored { get; init; }

    /// <summary>Whether the request joined another one that was under way (§2.6).</summary>
    public bool Collapsed { get; init; }

    /// <summary>More of the reason, for people (§2.8); null for none. Letters, digits and dashes, beginning with a letter.</summary>
    public string? Detail { get; init; }

    /// <summary>A hit.</summary>
    /// <param name="age">How old the response is.</param>
    /// <param name="lifetime">How long it is fresh.</param>
    public static CacheStatus Hit(TimeSpan age, FreshnessLifetime lifetime) => new() { TimeToLive = lifetime.Span - age };

    /// <summary>What a decision that sends a request to the upstream tells; what came of it is for the caller to add.</summary>
    public static CacheStatus Of(ReuseDecision decision) => decision switch
    {
        ReuseDecision.Fresh hit => Hit(hit.Age, hit.Lifetime),
        ReuseDecision.StaleWhileRevalidate hit => Hit(hit.Age, hit.Lifetime) with { Detail = "stale-while-revalidate" },
        ReuseDecision.StaleByRequest hit => Hit(hit.Age, hit.Lifetime) with { Detail = "max-stale" },
        ReuseDecision.MustRevalidate validation => new() { Forward = ForwardFor(validation.Reason) },
        ReuseDecision.Miss miss => new() { Forward = ForwardFor(miss.Reason) },
        _ => new() { Forward = ForwardReason.Miss, Detail = "only-if-cached" },
    };

    /// <summary>A message's fields with this as the last member of Cache-Status: earlier caches' stand before it (§2).</summary>
    public HeaderFields AppendTo(HeaderFields fields) => fields.Append("Cache-Status", ToString());

    /// <summary>The member's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(CacheName, 64);
        if (Forward is { } reason)
        {
            text.Append("; fwd=").Append(TokenOf(reason));
            if (ForwardStatus is { } status)
                text.Append(CultureInfo.InvariantCulture, $"; fwd-status={status}");
        }
        else
        {
            text.Append("; hit");
        }
        if (TimeToLive is { } left)
            text.Append(CultureInfo.InvariantCulture, $"; ttl={(long)Math.Floor(left.TotalSeconds)}");
        if (Stored)
            text.Append("; stored");
        if (Collapsed)
            text.Append("; collapsed");
        if (Detail is { } detail)
            text.Append("; detail=").Append(detail);
        return text.ToString();
    }

    private static ForwardReason ForwardFor(ValidationReason reason) => reason switch
    {
        ValidationReason.RequestNoCache or ValidationReason.RequestMaxAge or ValidationReason.RequestMinFresh
            or ValidationReason.Asked => ForwardReason.Request,
        _ => ForwardReason.Stale,
    };

    private static ForwardReason ForwardFor(MissReason reason) => reason switch
    {
        MissReason.Method => ForwardReason.Method,
        MissReason.OtherVariant => ForwardReason.VaryMiss,
        MissReason.RequestNoStore => ForwardReason.Request,
        _ => ForwardReason.UriMiss,
    };

    private static string TokenOf(ForwardReason reason) => reason switch
    {
        ForwardReason.Bypass => "bypass",
        ForwardReason.Method => "method",
        ForwardReason.UriMiss => "uri-miss",
        ForwardReason.VaryMiss => "vary-miss",
        ForwardReason.Request => "request",
        ForwardReason.Stale => "stale",
        ForwardReason.Partial => "partial",
        _ => "miss",
    };
}
