using Aggregator.Catalog;

namespace Aggregator.Gateway.Calls;

/// <summary>Finds the catalog: in this process' cluster, or through a client.</summary>
public interface ICatalogGrains
{
    /// <summary>The cluster's catalog. Costs no call.</summary>
    ICatalogGrain Catalog { get; }

    /// <summary>What the catalog knows an observer of this process by.</summary>
    /// <param name="observer">The observer; whoever passes it keeps it alive.</param>
    IGenerationsObserver Reference(IGenerationsObserver observer);
}
