using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Calls;

/// <summary>The grains of the cluster that this process is a part of.</summary>
/// <param name="grains">The cluster's grains.</param>
internal sealed class OrleansReportGrains(IGrainFactory grains) : IReportGrains
{
    /// <inheritdoc/>
    public IReportGrain Get(ReportKey key) => grains.GetGrain<IReportGrain>(key.ToString());
}
