namespace Aggregator.Reports;

/// <summary>How a source ended.</summary>
public enum SourceState
{
    /// <summary>It gave its value.</summary>
    Ok,

    /// <summary>It gave an old value, where the rules allow one.</summary>
    Stale,

    /// <summary>Its declared default stands in its place.</summary>
    Default,

    /// <summary>It was not asked, for its condition was false or an input was null.</summary>
    Skipped,

    /// <summary>It failed, and the report with it.</summary>
    Failed,
}
