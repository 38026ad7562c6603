namespace Aggregator.Reports;

/// <summary>What a report grain answers: a document or the reason for none. Exactly one of the two is there.</summary>
[GenerateSerializer, Immutable, Alias("report-answer")]
public sealed record ReportAnswer
{
    /// <summary>The compiled document.</summary>
    [Id(0)]
    public ReportDocument? Document { get; init; }

    /// <summary>Why there is no document.</summary>
    [Id(1)]
    public ReportFailure? Failure { get; init; }

    /// <summary>How the document stands at the moment of answering; meaningless without one.</summary>
    [Id(2)]
    public DocumentStanding Standing { get; init; } = DocumentStanding.Unkept;

    /// <summary>An answer with a document.</summary>
    /// <param name="document">The document.</param>
    public static ReportAnswer Of(ReportDocument document) => new() { Document = document };

    /// <summary>An answer without a document.</summary>
    /// <param name="failure">The reason.</param>
    public static ReportAnswer Of(ReportFailure failure) => new() { Failure = failure };
}
