using System.Globalization;
using System.Text;

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
