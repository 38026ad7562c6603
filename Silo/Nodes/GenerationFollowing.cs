using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Cluster;

namespace Aggregator.Silo.Nodes;

/// <summary>Follows purges while the node runs, for the caches of its silo and of its gateway alike.</summary>
/// <param name="follower">The follower.</param>
/// <param name="grains">Finds the catalog.</param>
internal sealed class GenerationFollowing(GenerationFollower follower, ICatalogGrains grains) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => follower.FollowAsync(grains, stoppingToken);
}
