namespace Aggregator.Definitions;

/// <summary>How long a report's document may be used again: the key <c>cache</c> of a report.</summary>
public sealed record ReportCaching
{
    /// <summary>How long a document is fresh, counted from its compile; null to leave that to the sources: the least that one of them has left.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>How long after that it may be served at once while one refresh runs behind.</summary>
    public TimeSpan Stale { get; init; }

    /// <summary>How long after that it may be served when compiling fails.</summary>
    public TimeSpan StaleOnError { get; init; }

    /// <summary>The longest that a partial document is used again.</summary>
    public TimeSpan Partial { get; init; } = DefaultPartial;

    /// <summary>The longest that a partial document is used again when the definition does not say.</summary>
    public static readonly TimeSpan DefaultPartial = TimeSpan.FromSeconds(1);

    /// <summary>What holds for a report without the key.</summary>
    public static ReportCaching Default { get; } = new();
}
