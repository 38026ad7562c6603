using Aggregator.Resources.Placement;

namespace Aggregator.Silo.Nodes;

/// <summary>Lets shards go that belong to another silo since the membership changed.</summary>
/// <param name="oracle">Knows the membership.</param>
/// <param name="homes">The shards of this silo.</param>
internal sealed class ShardMover(ISiloStatusOracle oracle, ShardHomes homes) : IHostedService, ISiloStatusListener
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        oracle.SubscribeToSiloStatusEvents(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        oracle.UnSubscribeFromSiloStatusEvents(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status) => homes.Settle(oracle.SiloAddress, oracle.GetActiveSilos());
}
