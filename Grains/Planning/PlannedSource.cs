using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>One source of a plan: what it waits for and what it may see.</summary>
public sealed record PlannedSource
{
    /// <summary>Its position in the definition.</summary>
    public required int Index { get; init; }

    /// <summary>Its definition.</summary>
    public required SourceDefinition Definition { get; init; }

    /// <summary>The upstream it calls; null for a computed value.</summary>
    public UpstreamDefinition? Upstream { get; init; }

    /// <summary>Why it waits for other sources, in the order of the definition; empty when it can start at once.</summary>
    public required ImmutableArray<Dependency> Needs { get; init; }

    /// <summary>The names its expressions and its template look up: what its scope must hold.</summary>
    public required ImmutableHashSet<string> Names { get; init; }

    /// <summary>The stage it runs in: 0 when it needs nothing, else one more than the latest it needs.</summary>
    public required int Stage { get; init; }

    /// <summary>
    /// The names in its template that come from the request alone, parameters and constants and what <c>with</c> makes of them, each with
    /// the parameters it comes from: a bad value of one is the caller's fault.
    /// </summary>
    public required ImmutableDictionary<string, ImmutableArray<string>> RequestBorn { get; init; }
}
