namespace Aggregator.Upstreams;

/// <summary>The closed set of ways in which a call of an upstream ends.</summary>
public enum UpstreamOutcomeKind
{
    /// <summary>An answer, of whatever status.</summary>
    Answer,

    /// <summary>No whole answer in time.</summary>
    Timeout,

    /// <summary>No connection, or one that broke or broke the protocol.</summary>
    Unreachable,

    /// <summary>A body larger than the definition allows, as sent or as decompressed.</summary>
    TooLarge,

    /// <summary>A body that ended early.</summary>
    Truncated,

    /// <summary>A content coding that was not asked for, or one that does not decode.</summary>
    BadEncoding,

    /// <summary>A body that is not acceptable JSON.</summary>
    BadJson,

    /// <summary>A body of a media type that nothing here decodes.</summary>
    UnsupportedMedia,

    /// <summary>No permit in time.</summary>
    Throttled,
}
