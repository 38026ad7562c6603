using System.Collections.Immutable;
using Aggregator.JmesPath;
using Aggregator.Resources;

namespace Aggregator.Definitions;

/// <summary>One named value of a report: what gives it and what happens when that fails.</summary>
public sealed record SourceDefinition
{
    /// <summary>The name other sources and the result know it by.</summary>
    public required string Name { get; init; }

    /// <summary>Where its name stands.</summary>
    public required Place Place { get; init; }

    /// <summary>What gives the value.</summary>
    public required SourceWork Work { get; init; }

    /// <summary>Names of its own for use in its template, in order.</summary>
    public ImmutableArray<NamedShape> With { get; init; } = [];

    /// <summary>What of the answer becomes the value; null for all of it.</summary>
    public PlacedExpression? Select { get; init; }

    /// <summary>What must hold of the answer; null for nothing.</summary>
    public PlacedExpression? Check { get; init; }

    /// <summary>What answers other than the usual ones mean.</summary>
    public ImmutableArray<OnRule> On { get; init; } = [];

    /// <summary>Whether the report goes on without it.</summary>
    public bool Optional { get; init; }

    /// <summary>What stands in its place when it is missing; null unless the definition says otherwise.</summary>
    public JsonValue Default { get; init; } = JsonValue.Null;

    /// <summary>How long the whole source may take from when its inputs are there; null for as long as the report.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>How stored answers of its upstream may be used and made: by HTTP's rules for what is read by GET, not at all for the rest.</summary>
    public ResourceCaching Caching { get; init; } = ResourceCaching.Off;

    /// <summary>The tags under which its stored answers can be purged, and the documents with them.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];
}
