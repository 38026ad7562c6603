using Aggregator.Catalog;

namespace Aggregator.Gateway.Calls;

/// <summary>The catalog of the cluster that this process is a part of.</summary>
/// <param name="grains">The cluster's grains.</param>
internal sealed class OrleansCatalogGrains(IGrainFactory grains) : ICatalogGrains
{
    /// <inheritdoc/>
    public ICatalogGrain Catalog => grains.GetGrain<ICatalogGrain>(ICatalogGrain.Key);

    /// <inheritdoc/>
    public IGenerationsObserver Reference(IGenerationsObserver observer) => grains.CreateObjectReference<IGenerationsObserver>(observer);
}
