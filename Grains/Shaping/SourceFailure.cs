using System.Collections.Immutable;
using Aggregator.Planning;
using Aggregator.Reports;

namespace Aggregator.Shaping;

/// <summary>Finds the reason for which sources leave a report without a document.</summary>
internal static class SourceFailure
{
    /// <summary>The failure with the most to say, with every source that failed so; null when the report can have its document.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="outcomes">The outcomes by position; null for a source that has none yet.</param>
    public static ReportFailure? Of(ReportPlan plan, IReadOnlyList<SourceOutcome?> outcomes)
    {
        var failed = plan.Sources
            .Select(source => (source.Definition.Name, Outcome: outcomes[source.Index]))
            .Where(source => source.Outcome?.Failure is not null)
            .ToList();
        if (failed.Count == 0) return null;

        var kind = Telling.First(kind => failed.Any(source => source.Outcome?.Failure == kind));
        var fault = failed.Where(source => source.Outcome?.Failure == kind).ToList();
        return new()
        {
            Kind = kind,
            Detail = Detail(kind, fault.Select(source => $"`{source.Name}` ({source.Outcome?.Error})")),
            Sources = [.. fault.Select(source => source.Outcome!.Report(source.Name))], // those without an outcome were left out above
            Parameters = [.. fault.SelectMany(source => source.Outcome?.BadParameters ?? []).Distinct()],
        };
    }

    private static string Detail(ReportFailureKind kind, IEnumerable<string> sources) => kind switch
    {
        ReportFailureKind.NotFound => $"An upstream does not know what the report is about: {string.Join(", ", sources)}.",
        ReportFailureKind.Unauthenticated or ReportFailureKind.Forbidden => $"An upstream refused the caller: {string.Join(", ", sources)}.",
        ReportFailureKind.BadParameter => "A parameter's value cannot stand where the report uses it.",
        ReportFailureKind.Throttled => $"A budget is used up for {string.Join(", ", sources)}.",
        ReportFailureKind.TooSlow => $"Not there in time: {string.Join(", ", sources)}.",
        _ => $"Required and failed: {string.Join(", ", sources)}.",
    };

    /// <summary>The kinds a source can fail with, the one that tells the caller most first.</summary>
    private static readonly ImmutableArray<ReportFailureKind> Telling =
    [
        ReportFailureKind.BadParameter,
        ReportFailureKind.Unauthenticated,
        ReportFailureKind.Forbidden,
        ReportFailureKind.NotFound,
        ReportFailureKind.UpstreamFailed,
        ReportFailureKind.Throttled,
        ReportFailureKind.TooSlow,
    ];
}
