using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Catalogue;

/// <summary>Where a gateway has its catalogue from: a node has its own folder's, a gateway alone learns it from the cluster.</summary>
public interface ICatalogueSource
{
    /// <summary>The catalogue in force; null before the first one is there. A request reads it once and keeps to what it read.</summary>
    ReportCatalogue? Current { get; }

    /// <summary>A token that fires once, when <see cref="Current"/> has been replaced.</summary>
    IChangeToken GetChangeToken();
}
