using Aggregator.Catalog;
using Aggregator.Gateway.Settings;
using Aggregator.Memory;
using Aggregator.Resources;
using Aggregator.Resources.Placement;
using Aggregator.Upstreams;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aggregator.Silo.Nodes;

/// <summary>Registers what the shards of upstream resources need in a silo, beside the pipes to upstreams.</summary>
internal static class ResourceHosting
{
    /// <summary>Adds the shards and the way through them.</summary>
    public static IServiceCollection AddResources(this IServiceCollection services)
    {
        services.TryAddSingleton(host => CacheSettings.Budget(host.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<GenerationMirror>();
        services.TryAddSingleton<CacheMetrics>();
        services.AddSingleton<ShardHomes>();
        services.AddPlacementDirector<RendezvousPlacement, RendezvousPlacementDirector>();
        services.AddHostedService<ShardMover>();
        services.AddSingleton<IUpstreamCalls, ResourceCalls>();
        return services;
    }
}
