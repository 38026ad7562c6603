using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Calls;

/// <summary>Finds the grain of a report key: in this process' cluster, or through a client.</summary>
public interface IReportGrains
{
    /// <summary>The grain of a key. Costs no call.</summary>
    /// <param name="key">The key.</param>
    IReportGrain Get(ReportKey key);
}
