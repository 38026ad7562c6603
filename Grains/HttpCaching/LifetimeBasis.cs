namespace Aggregator.HttpCaching;

/// <summary>What a freshness lifetime rests on, in order of precedence (RFC 9111 §4.2.1).</summary>
public enum LifetimeBasis
{
    /// <summary>The operator's own lifetime.</summary>
    Fixed,

    /// <summary>The s-maxage directive.</summary>
    SharedMaxAge,

    /// <summary>The max-age directive.</summary>
    MaxAge,

    /// <summary>Expires less Date.</summary>
    Expires,

    /// <summary>A part of the time since Last-Modified (RFC 9111 §4.2.2).</summary>
    Heuristic,

    /// <summary>Nothing: never fresh.</summary>
    None,
}
