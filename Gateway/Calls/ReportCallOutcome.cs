using Aggregator.Reports;

namespace Aggregator.Gateway.Calls;

/// <summary>How a call for a report ended: with the grain's answer, or without one.</summary>
internal abstract record ReportCallOutcome
{
    private ReportCallOutcome()
    {
    }

    /// <summary>The grain answered.</summary>
    /// <param name="Answer">Its answer.</param>
    public sealed record Answered(ReportAnswer Answer) : ReportCallOutcome;

    /// <summary>Until the caller's patience ended, no silo could be reached.</summary>
    public sealed record Unreachable : ReportCallOutcome;

    /// <summary>Until the caller's patience ended, no answer came.</summary>
    public sealed record TimedOut : ReportCallOutcome;
}
