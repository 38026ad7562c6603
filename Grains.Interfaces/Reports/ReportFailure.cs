using System.Collections.Immutable;

namespace Aggregator.Reports;

/// <summary>Why a report has no document.</summary>
[GenerateSerializer, Immutable, Alias("report-failure")]
public sealed record ReportFailure
{
    /// <summary>The kind of failure.</summary>
    [Id(0)]
    public required ReportFailureKind Kind { get; init; }

    /// <summary>The sources at fault, in the order of the definition.</summary>
    [Id(1)]
    public ImmutableArray<SourceReport> Sources { get; init; } = [];

    /// <summary>One sentence for the client. Never a host, a credential, a body or a path.</summary>
    [Id(2)]
    public required string Detail { get; init; }

    /// <summary>The parameters at fault, for <see cref="ReportFailureKind.BadParameter"/>.</summary>
    [Id(3)]
    public ImmutableArray<Identity.ParameterProblem> Parameters { get; init; } = [];
}
