using Aggregator.Definitions;
using Aggregator.JmesPath;
using Aggregator.Reports;

namespace Aggregator.Shaping;

/// <summary>How one source of a compile ended, and the value that stands for it from then on.</summary>
public sealed record SourceOutcome
{
    /// <summary>How it ended.</summary>
    public required SourceState State { get; init; }

    /// <summary>The value others and the result see: its own, or its default.</summary>
    public JsonValue Value { get; init; }

    /// <summary>What went wrong, as a word; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Why there is no document because of it; null when the report can go on.</summary>
    public ReportFailureKind? Failure { get; init; }

    /// <summary>Whether the document lacks something because of it.</summary>
    public bool Missing { get; init; }

    /// <summary>The parameters at fault, when a value of the request could not stand where the template uses it.</summary>
    public IReadOnlyList<Identity.ParameterProblem> BadParameters { get; init; } = [];

    /// <summary>What a cache had to do with it.</summary>
    public CacheOutcome Cache { get; init; } = CacheOutcome.Off;

    /// <summary>For how much longer its answer is fresh: negative once it is stale; null when it has no lifetime.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>How many times its upstream was asked.</summary>
    public int Attempts { get; init; }

    /// <summary>The bytes received.</summary>
    public long Bytes { get; init; }

    /// <summary>When it started, from the start of the compile; null if it never did.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>How long it took; null if it never started.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    public static SourceOutcome Ok(JsonValue value) => new() { State = SourceState.Ok, Value = value };

    /// <summary>A failure: the default of an optional source, which the document then lacks, or the end of the report.</summary>
    /// <param name="source">The source.</param>
    /// <param name="error">The word for what went wrong.</param>
    /// <param name="kind">Why there is no document, should the source be required.</param>
    public static SourceOutcome Failed(SourceDefinition source, string error, ReportFailureKind kind = ReportFailureKind.UpstreamFailed) =>
        source.Optional
            ? new() { State = SourceState.Default, Value = source.Default, Error = error, Missing = true }
            : Fatal(error, kind);

    /// <summary>A failure that ends the report, whether or not the source is optional.</summary>
    /// <param name="error">The word for what went wrong.</param>
    /// <param name="kind">Why there is no document.</param>
    public static SourceOutcome Fatal(string error, ReportFailureKind kind) => new() { State = SourceState.Failed, Error = error, Failure = kind };

    /// <summary>Not there when time was up.</summary>
    /// <param name="source">The source.</param>
    public static SourceOutcome Late(SourceDefinition source) => Failed(source, "deadline", ReportFailureKind.TooSlow);

    /// <summary>The default in place of an answer that the definition counts as good.</summary>
    /// <param name="source">The source.</param>
    /// <param name="error">The word for what was answered.</param>
    public static SourceOutcome Defaulted(SourceDefinition source, string? error) =>
        new() { State = SourceState.Default, Value = source.Default, Error = error };

    /// <summary>Not asked, for an input was null.</summary>
    /// <param name="source">The source.</param>
    /// <param name="missing">Whether the input was null because an earlier source failed.</param>
    public static SourceOutcome Skipped(SourceDefinition source, bool missing) =>
        new() { State = SourceState.Skipped, Value = source.Default, Missing = missing };

    /// <summary>The outcome as the document's provenance tells it.</summary>
    /// <param name="name">The source's name.</param>
    public SourceReport Report(string name) => new()
    {
        Name = name,
        State = State,
        Cache = Cache,
        Attempts = Attempts,
        Started = Started,
        Duration = Duration,
        Bytes = Bytes,
        Error = Error,
        Missing = Missing,
    };
}
