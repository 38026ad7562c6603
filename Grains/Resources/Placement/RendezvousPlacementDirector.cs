using Orleans.Runtime.Placement;

namespace Aggregator.Resources.Placement;

/// <summary>Places a shard where <see cref="Rendezvous"/> says.</summary>
public sealed class RendezvousPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context) =>
        Task.FromResult(Rendezvous.Choose(target.GrainIdentity.GetIntegerKey(), context.GetCompatibleSilos(target)));
}
