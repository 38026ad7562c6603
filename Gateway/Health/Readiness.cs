using Aggregator.Gateway.Catalogue;

namespace Aggregator.Gateway.Health;

/// <summary>Whether this process should be sent requests.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="link">The link to the cluster.</param>
/// <param name="lifetime">Says when the process is to stop: from then on it answers what it has and wants no more.</param>
internal sealed class Readiness(ICatalogueSource catalogue, IClusterLink link, IHostApplicationLifetime lifetime)
{
    /// <summary>Whether it should.</summary>
    public bool IsReady => catalogue.Current is not null && link.IsConnected && !lifetime.ApplicationStopping.IsCancellationRequested;
}
