using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Identity;

namespace Aggregator.Planning;

/// <summary>The plans of one folder of definitions.</summary>
/// <param name="Definitions">The definitions.</param>
/// <param name="Reports">The plans by the names of their reports.</param>
public sealed record PlanSet(DefinitionSet Definitions, ImmutableDictionary<string, ReportPlan> Reports)
{
    /// <summary>The outside of every upstream, as gateways know it, in ordinal order of the names.</summary>
    public ImmutableArray<UpstreamDescriptor> Upstreams { get; } =
        [.. Definitions.Upstreams.Values.OrderBy(upstream => upstream.Name, StringComparer.Ordinal).Select(Describe)];

    private static UpstreamDescriptor Describe(UpstreamDefinition upstream) => new()
    {
        Name = upstream.Name,
        DefinitionHash = upstream.Hash,
        Relay = upstream.Relay is { } relay
            ? new() { Methods = relay.Methods, Paths = relay.Paths, MaxBody = upstream.MaxResponse }
            : null,
    };
}
