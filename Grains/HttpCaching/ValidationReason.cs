namespace Aggregator.HttpCaching;

/// <summary>Why a stored response may not be used before the upstream has confirmed it.</summary>
public enum ValidationReason
{
    /// <summary>Its lifetime is over and nothing allows more (RFC 9111 §4.2.4).</summary>
    Stale,

    /// <summary>The no-cache directive: never without validation (RFC 9111 §5.2.2.4).</summary>
    NoCache,

    /// <summary>Its lifetime is over and must-revalidate forbids more (RFC 9111 §5.2.2.2).</summary>
    MustRevalidate,

    /// <summary>Its lifetime is over and proxy-revalidate forbids more (RFC 9111 §5.2.2.8).</summary>
    ProxyRevalidate,

    /// <summary>Its lifetime is over and s-maxage forbids more (RFC 9111 §5.2.2.10).</summary>
    SharedMaxAge,

    /// <summary>The client said no-cache (RFC 9111 §5.2.1.4, §5.4).</summary>
    RequestNoCache,

    /// <summary>It is older than the client's max-age (RFC 9111 §5.2.1.1).</summary>
    RequestMaxAge,

    /// <summary>It is not fresh for as long as the client's min-fresh asks (RFC 9111 §5.2.1.3).</summary>
    RequestMinFresh,

    /// <summary>The caller asked for the upstream's confirmation.</summary>
    Asked,
}
