using Aggregator.Catalog;
using Aggregator.HttpCaching;

namespace Aggregator.Reports;

/// <summary>How a document stands at the moment of answering: how old, for how much longer fresh, and where it came from. Durations only, since hosts need not agree on the time.</summary>
[GenerateSerializer, Immutable, Alias("document-standing")]
public sealed record DocumentStanding
{
    /// <summary>How long ago compiling it ended.</summary>
    [Id(0)]
    public TimeSpan Age { get; init; }

    /// <summary>For how much longer it is fresh; negative when it is stale.</summary>
    [Id(1)]
    public TimeSpan FreshFor { get; init; }

    /// <summary>Why it was compiled for this request; null when it was there.</summary>
    [Id(2)]
    public ForwardReason? Forward { get; init; }

    /// <summary>Whether it was compiled because another request had asked before.</summary>
    [Id(3)]
    public bool Collapsed { get; init; }

    /// <summary>Whether it is kept for later requests.</summary>
    [Id(4)]
    public bool Kept { get; init; }

    /// <summary>Why it may be served although it is stale, as the detail of Cache-Status; null when it is not.</summary>
    [Id(5)]
    public string? Detail { get; init; }

    /// <summary>The purges that had been when its making began.</summary>
    [Id(6)]
    public GenerationStamp Generations { get; init; }

    /// <summary>The standing of what is for this caller alone.</summary>
    public static DocumentStanding Unkept { get; } = new() { Forward = ForwardReason.Miss };
}
