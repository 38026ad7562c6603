using Orleans.Placement;

namespace Aggregator.Resources.Placement;

/// <summary>Marks a grain with an integer key as one that is placed by <see cref="RendezvousPlacement"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RendezvousPlacementAttribute() : PlacementAttribute(new RendezvousPlacement());
