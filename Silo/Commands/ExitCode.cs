namespace Aggregator.Silo.Commands;

/// <summary>How a command ended, as its exit code says.</summary>
internal enum ExitCode
{
    /// <summary>All is well: definitions without an error, a complete document.</summary>
    Success = 0,

    /// <summary>The node could not start.</summary>
    StartFailed = 1,

    /// <summary>The definitions, the settings or the command's own words have problems, which were printed.</summary>
    Problems = 2,

    /// <summary>A document was printed, and it lacks something.</summary>
    Partial = 3,

    /// <summary>There is no document.</summary>
    Failed = 4,
}
