namespace Aggregator.Reports;

/// <summary>The closed set of reasons for which a report has no document. Gateway maps each to one HTTP status.</summary>
public enum ReportFailureKind
{
    /// <summary>A required source failed.</summary>
    UpstreamFailed,

    /// <summary>A required source was not there in time.</summary>
    TooSlow,

    /// <summary>An upstream said that what the report is about does not exist, and the definition maps that to a 404.</summary>
    NotFound,

    /// <summary>An upstream refused the caller's own credential as unauthenticated.</summary>
    Unauthenticated,

    /// <summary>An upstream refused the caller's own credential as not permitted.</summary>
    Forbidden,

    /// <summary>A parameter's value cannot stand where a template uses it.</summary>
    BadParameter,

    /// <summary>An expression failed on data that nothing had gone wrong with.</summary>
    Expression,

    /// <summary>The document would be larger than the definition allows.</summary>
    DocumentTooLarge,

    /// <summary>A budget was used up.</summary>
    Throttled,

    /// <summary>This silo has no definition with that hash.</summary>
    DefinitionUnavailable,

    /// <summary>A compile that must not run twice is no longer there to be joined.</summary>
    Lost,
}
