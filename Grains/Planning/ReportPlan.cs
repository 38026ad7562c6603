using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Identity;

namespace Aggregator.Planning;

/// <summary>What compiling a report will do, worked out once when its definition is loaded.</summary>
public sealed record ReportPlan
{
    /// <summary>The definition that the plan carries out.</summary>
    public required ReportDefinition Definition { get; init; }

    /// <summary>The report's outside, as gateways know it.</summary>
    public required ReportDescriptor Descriptor { get; init; }

    /// <summary>The sources, in the order of the definition.</summary>
    public required ImmutableArray<PlannedSource> Sources { get; init; }

    /// <summary>The indexes of <see cref="Sources"/> in an order in which each comes after all that it needs.</summary>
    public required ImmutableArray<int> Order { get; init; }

    /// <summary>The hash of the definition and of every upstream it uses: two versions of a report never share one.</summary>
    public string Hash => Descriptor.DefinitionHash;
}
