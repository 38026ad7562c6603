namespace Aggregator.HttpCaching;

/// <summary>A response as it came from the upstream.</summary>
public sealed record CacheResponse
{
    /// <summary>Status and fields, as received.</summary>
    public required ResponseHead Head { get; init; }

    /// <summary>The body.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Whether the body came to its end (RFC 9112 §8); one that was cut off is never kept.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>Whether a content coding was taken off the body: then Content-Length and Content-Encoding speak of other bytes.</summary>
    public bool Decoded { get; init; }

    /// <summary>When the request was sent (RFC 9111 §4.2.3, request_time).</summary>
    public required Moment RequestedAt { get; init; }

    /// <summary>When the response came (RFC 9111 §4.2.3, response_time).</summary>
    public required Moment ReceivedAt { get; init; }
}
