using System.Collections.Concurrent;

namespace Aggregator.Resources.Placement;

/// <summary>The shards that are active in this silo: when the membership changes, those that belong elsewhere go, and are found there.</summary>
public sealed class ShardHomes
{
    private readonly ConcurrentDictionary<long, IGrainContext> _shards = new();

    /// <summary>Deactivates every shard that belongs to another silo; each finishes what it is at.</summary>
    /// <param name="self">This silo.</param>
    /// <param name="silos">The live silos.</param>
    public void Settle(SiloAddress self, IReadOnlyCollection<SiloAddress> silos)
    {
        if (!silos.Contains(self)) return; // on its way in or out: nothing is decided yet, or everything
        foreach (var (shard, context) in _shards)
        {
            if (!Rendezvous.Choose(shard, silos).Equals(self))
                context.Deactivate(new(DeactivationReasonCode.RuntimeRequested, "The shard belongs to another silo."), CancellationToken.None);
        }
    }

    internal void Enter(long shard, IGrainContext context) => _shards[shard] = context;

    internal void Leave(long shard, IGrainContext context) => _shards.TryRemove(KeyValuePair.Create(shard, context));
}
