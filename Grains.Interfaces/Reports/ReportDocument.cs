using System.Collections.Immutable;

namespace Aggregator.Reports;

/// <summary>A compiled document and how it came about.</summary>
[GenerateSerializer, Immutable, Alias("report-document")]
public sealed class ReportDocument
{
    /// <summary>The document's bytes: one JSON value in UTF-8. Not to be written to.</summary>
    [Id(0)]
    public required byte[] Body { get; init; }

    /// <summary>The hash of <see cref="Body"/>, opaque to clients.</summary>
    [Id(1)]
    public required string Version { get; init; }

    /// <summary>When compiling ended.</summary>
    [Id(2)]
    public required DateTimeOffset CompiledAt { get; init; }

    /// <summary>Whether nothing that was asked for is missing.</summary>
    [Id(3)]
    public required bool Complete { get; init; }

    /// <summary>How each source fared, in the order of the definition.</summary>
    [Id(4)]
    public required ImmutableArray<SourceReport> Sources { get; init; }

    /// <summary>How long compiling took.</summary>
    [Id(5)]
    public required TimeSpan Duration { get; init; }

    /// <summary>For how much longer the answers that it was made from are fresh, counted from <see cref="CompiledAt"/>; null when they are not.</summary>
    [Id(6)]
    public TimeSpan? FreshFor { get; init; }
}
