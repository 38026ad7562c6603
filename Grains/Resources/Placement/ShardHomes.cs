using System.Collections.Concurrent;

namespace Aggregator.Resources.Placement;

/// <summary>The shards that are active in this silo: when the membership changes, those that belong elsewhere go, and are found there.</summary>
public sealed class ShardHomes
{
    private readonly ConcurrentDictionary<long, IGrainContext> _shards = new();

    /// <summary>Deactivates every shard that belongs to another silo; each finishes what it is at.</summary>
    /// <param name="self">This silo.</param>
    /// <param name="silos">The live silos.</param>
    /// <returns>How many there were.</returns>
    public int Settle(SiloAddress self, IReadOnlyCollection<SiloAddress> silos)
    {
        if (!silos.Contains(self)) return 0; // on its way in or out: nothing is decided yet, or everything
        var strangers = _shards.Where(shard => !Rendezvous.Choose(shard.Key, silos).Equals(self)).ToList();
        foreach (var (_, context) in strangers)
            context.Deactivate(new(DeactivationReasonCode.RuntimeRequested, "The shard belongs to another silo."), CancellationToken.None);
        return strangers.Count;
    }

    internal void Enter(long shard, IGrainContext context) => _shards[shard] = context;

    internal void Leave(long shard, IGrainContext context) => _shards.TryRemove(KeyValuePair.Create(shard, context));
}
