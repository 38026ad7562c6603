namespace Aggregator.HttpCaching;

/// <summary>By which rules one reader of the store judges responses.</summary>
public sealed record CachePolicy
{
    /// <summary>Whose responses they are.</summary>
    public required CacheSharing Sharing { get; init; }

    /// <summary>The operator's own lifetime; null to go by the upstream's fields.</summary>
    public FixedLifetime? Fixed { get; init; }

    /// <summary>Whether Cache-Control and Pragma of the request are obeyed (RFC 9111 §5.2.1): on the relay, not for sources.</summary>
    public bool ObeysRequest { get; init; }

    /// <summary>
    /// Whether an Authorization field on the request is the operator's own. Such a credential is part of the upstream's
    /// configuration, the same for everybody, and does not make a response anybody's (RFC 9111 §3.5 is about the client's).
    /// </summary>
    public bool OperatorCredential { get; init; }

    /// <summary>The relay's rules: the upstream's fields and the client's directives.</summary>
    public static CachePolicy Relay(CacheSharing sharing) => new() { Sharing = sharing, ObeysRequest = true };

    /// <summary>A source's rules with <c>cache: http</c>: the upstream's fields.</summary>
    public static CachePolicy Source(CacheSharing sharing) => new() { Sharing = sharing };

    /// <summary>A source's rules with a lifetime of its own.</summary>
    public static CachePolicy SourceFor(CacheSharing sharing, FixedLifetime lifetime) => new() { Sharing = sharing, Fixed = lifetime };
}
