using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Planning;

namespace Aggregator.Catalog;

/// <summary>The plans that this silo can carry out: those of its folder now, and those before, for what began with them.</summary>
/// <param name="time">The clock.</param>
public sealed class DefinitionStore(TimeProvider time)
{
    private ImmutableDictionary<string, ReportPlan> _plans = ImmutableDictionary<string, ReportPlan>.Empty;
    private ImmutableDictionary<(string Name, string Hash), UpstreamDefinition> _upstreams = ImmutableDictionary<(string, string), UpstreamDefinition>.Empty;

    /// <summary>The plans of the folder as it is now; null before it was first read.</summary>
    public PlanSet? Current { get; private set; }

    /// <summary>When <see cref="Current"/> was taken up.</summary>
    public DateTimeOffset LoadedAt { get; private set; }

    /// <summary>Takes up a new set. Plans and upstreams of the set before stay available under their hashes.</summary>
    /// <param name="plans">The new set.</param>
    public void Replace(PlanSet plans)
    {
        var before = Current?.Reports.Values ?? [];
        _plans = before.Concat(plans.Reports.Values).DistinctBy(plan => plan.Hash).ToImmutableDictionary(plan => plan.Hash);
        _upstreams = (Current?.Definitions.Upstreams.Values ?? []).Concat(plans.Definitions.Upstreams.Values)
            .DistinctBy(upstream => (upstream.Name, upstream.Hash)).ToImmutableDictionary(upstream => (upstream.Name, upstream.Hash));
        (Current, LoadedAt) = (plans, time.GetUtcNow());
    }

    /// <summary>The plan of a definition.</summary>
    /// <param name="definitionHash">The definition's hash.</param>
    /// <returns>The plan, or null when this silo does not have it.</returns>
    public ReportPlan? Find(string definitionHash) => _plans.GetValueOrDefault(definitionHash);

    /// <summary>The upstream of a name in one version.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="hash">The hash of its definition.</param>
    /// <returns>The upstream, or null when this silo does not have that version.</returns>
    public UpstreamDefinition? FindUpstream(string name, string hash) => _upstreams.GetValueOrDefault((name, hash));
}
