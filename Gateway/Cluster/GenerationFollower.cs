using Aggregator.Catalog;
using Aggregator.Gateway.Calls;

namespace Aggregator.Gateway.Cluster;

/// <summary>
/// Keeps this process' mirror of purges up to date: the catalog tells it of each one, and it asks every second, which bounds what a lost
/// message costs.
/// </summary>
/// <param name="mirror">The mirror.</param>
/// <param name="time">The clock.</param>
public sealed class GenerationFollower(GenerationMirror mirror, TimeProvider time) : IGenerationsObserver
{
    /// <summary>How often the catalog is asked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public Task PurgedAsync(Generations generations)
    {
        mirror.Hear(generations);
        return Task.CompletedTask;
    }

    /// <summary>Asks again and again, until the process stops.</summary>
    /// <param name="grains">Finds the catalog.</param>
    /// <param name="stopping">Fires when the process stops.</param>
    public async Task FollowAsync(ICatalogGrains grains, CancellationToken stopping)
    {
        var reference = grains.Reference(this);
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await AskAsync(grains.Catalog, reference, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    /// <summary>Asks once. Without an answer the mirror goes by what it heard last, for as long as that is good.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="reference">What the catalog knows this follower by.</param>
    /// <param name="stopping">Fires when the process stops.</param>
    public async Task AskAsync(ICatalogGrain catalog, IGenerationsObserver reference, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        try
        {
            mirror.Hear(await catalog.FollowGenerationsAsync(reference, mirror.Heard, end.Token).WaitAsync(end.Token));
        }
        catch (Exception fault) when (TransientFault.Is(fault) || (fault is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            // The loss of the cluster is told by whoever follows the catalogue.
        }
    }
}
