namespace Aggregator.Reports;

/// <summary>How one source of a document fared: its provenance.</summary>
[GenerateSerializer, Immutable, Alias("source-report")]
public sealed record SourceReport
{
    /// <summary>The source's name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    [Id(1)]
    public required SourceState State { get; init; }

    /// <summary>Where its bytes came from.</summary>
    [Id(2)]
    public CacheOutcome Cache { get; init; } = CacheOutcome.Off;

    /// <summary>How many times the upstream was asked.</summary>
    [Id(3)]
    public int Attempts { get; init; }

    /// <summary>When it started, counted from the start of the compile; null if it never did.</summary>
    [Id(4)]
    public TimeSpan? Started { get; init; }

    /// <summary>How long it took; null if it never started.</summary>
    [Id(5)]
    public TimeSpan? Duration { get; init; }

    /// <summary>The bytes received from the upstream, decoded.</summary>
    [Id(6)]
    public long Bytes { get; init; }

    /// <summary>What went wrong, as a word that docs/failures.md explains; null when nothing did.</summary>
    [Id(7)]
    public string? Error { get; init; }

    /// <summary>Whether the document lacks something because of this source.</summary>
    [Id(8)]
    public bool Missing { get; init; }
}
