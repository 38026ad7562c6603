using Aggregator.Resources.Placement;

namespace Aggregator.Silo.Nodes;

/// <summary>
/// Lets shards go that belong to another silo since the membership changed. Where they are placed again, a new silo may not be known yet:
/// so it looks until a look finds nothing in the wrong place.
/// </summary>
/// <param name="oracle">Knows the membership.</param>
/// <param name="homes">The shards of this silo.</param>
/// <param name="time">The clock.</param>
internal sealed class ShardMover(ISiloStatusOracle oracle, ShardHomes homes, TimeProvider time) : BackgroundService, ISiloStatusListener
{
    private readonly SemaphoreSlim _changed = new(0, 1);

    /// <inheritdoc/>
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (_changed.CurrentCount == 0) _changed.Release();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _changed.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        oracle.SubscribeToSiloStatusEvents(this);
        try
        {
            while (true)
            {
                await _changed.WaitAsync(stoppingToken);
                using var looks = new PeriodicTimer(Pause, time);
                while (await looks.WaitForNextTickAsync(stoppingToken) && homes.Settle(oracle.SiloAddress, oracle.GetActiveSilos()) > 0)
                {
                }
            }
        }
        finally
        {
            oracle.UnSubscribeFromSiloStatusEvents(this);
        }
    }

    /// <summary>How long after a change it looks, and how long it leaves between two looks.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
}
