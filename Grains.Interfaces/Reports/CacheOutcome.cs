namespace Aggregator.Reports;

/// <summary>What a cache had to do with a source.</summary>
public enum CacheOutcome
{
    /// <summary>No cache took part.</summary>
    Off,

    /// <summary>A stored response was used without asking the upstream.</summary>
    Hit,

    /// <summary>Nothing usable was stored; the upstream was asked.</summary>
    Miss,

    /// <summary>The upstream confirmed a stored response.</summary>
    Revalidated,

    /// <summary>A stored response past its lifetime was used.</summary>
    Stale,
}
