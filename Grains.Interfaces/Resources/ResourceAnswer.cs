using System.Collections.Immutable;
using Aggregator.Reports;

namespace Aggregator.Resources;

/// <summary>How a request for an upstream resource ended, all attempts and the store together.</summary>
[GenerateSerializer, Immutable, Alias("resource-answer")]
public sealed class ResourceAnswer
{
    /// <summary>The kind of ending, by the name that upstream outcomes have; <c>Answer</c> when there is a status.</summary>
    [Id(0)]
    public required string Kind { get; init; }

    /// <summary>The status code; 0 when there is none.</summary>
    [Id(1)]
    public int Status { get; init; }

    /// <summary>The header fields, line by line: for the relay ready to be sent on, Age and Cache-Status included.</summary>
    [Id(2)]
    public ImmutableArray<HeaderLine> Headers { get; init; } = [];

    /// <summary>The body. Not to be written to.</summary>
    [Id(3)]
    public byte[] Body { get; init; } = [];

    /// <summary>What the store had to do with it.</summary>
    [Id(4)]
    public CacheOutcome Cache { get; init; }

    /// <summary>How many times the upstream was asked for this answer.</summary>
    [Id(5)]
    public int Attempts { get; init; }

    /// <summary>For how much longer the answer is fresh: negative once it is stale; null when it has no lifetime.</summary>
    [Id(6)]
    public TimeSpan? FreshFor { get; init; }

    /// <summary>Whether the last attempt certainly never reached the upstream.</summary>
    [Id(7)]
    public bool NotSent { get; init; }

    /// <summary>Whether this silo cannot make the call, for it does not have that version of the upstream: ask again, elsewhere.</summary>
    [Id(8)]
    public bool DefinitionUnavailable { get; init; }
}
