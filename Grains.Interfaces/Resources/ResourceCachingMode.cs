namespace Aggregator.Resources;

/// <summary>The rules by which responses are stored and reused.</summary>
public enum ResourceCachingMode
{
    /// <summary>None: neither read nor written.</summary>
    Off,

    /// <summary>RFC 9111, by the upstream's header fields.</summary>
    Http,

    /// <summary>A lifetime that the definition fixes.</summary>
    Fixed,
}
