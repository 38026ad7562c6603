using Aggregator.Identity;
using Aggregator.Reports;
using Aggregator.Resources;

namespace Aggregator.Gateway.Calls;

/// <summary>The grains of the cluster that this process is a part of.</summary>
/// <param name="grains">The cluster's grains.</param>
internal sealed class OrleansGrains(IGrainFactory grains) : IReportGrains, IResourceShards
{
    /// <inheritdoc/>
    public IReportGrain Get(ReportKey key) => grains.GetGrain<IReportGrain>(key.ToString());

    /// <inheritdoc/>
    public IResourceShardGrain Get(ResourceAddress address) => grains.GetGrain<IResourceShardGrain>(address.Shard);
}
