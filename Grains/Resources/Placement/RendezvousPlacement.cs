namespace Aggregator.Resources.Placement;

/// <summary>The strategy by which shards are spread over the silos: <see cref="Rendezvous"/>.</summary>
[Serializable, GenerateSerializer, Immutable]
public sealed class RendezvousPlacement : PlacementStrategy;
