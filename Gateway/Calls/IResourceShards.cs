using Aggregator.Resources;

namespace Aggregator.Gateway.Calls;

/// <summary>Finds the shard of an upstream resource: in this process' cluster, or through a client.</summary>
public interface IResourceShards
{
    /// <summary>The shard of an address. Costs no call.</summary>
    /// <param name="address">The address.</param>
    IResourceShardGrain Get(ResourceAddress address);
}
