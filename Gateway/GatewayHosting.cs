using System.Text;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Cluster;
using Aggregator.Gateway.Health;
using Aggregator.Gateway.NearCache;
using Aggregator.Gateway.Operator;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Relay;
using Aggregator.Gateway.Reports;
using Aggregator.Gateway.Requests;
using Aggregator.Gateway.Settings;
using Aggregator.Memory;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway;

/// <summary>Puts the gateway into a host: a node mounts it in its own process, a gateway alone is nothing else.</summary>
public static class GatewayHosting
{
    /// <summary>
    /// Registers the gateway. The host registers its <see cref="Catalogue.ICatalogueSource"/>, and either the cluster's
    /// <see cref="IGrainFactory"/> or an <see cref="IReportGrains"/>, an <see cref="IResourceShards"/>, an <see cref="ICatalogGrains"/> and an
    /// <see cref="IClusterLink"/> of its own. Its <see cref="OperatorKey"/> comes with its listeners.
    /// </summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddAggregatorGateway(this IServiceCollection services)
    {
        services.AddRouting();
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A field value is octets (RFC 9110 §5.5): a character each, so that what is passed on is what came, also where it is not UTF-8.
            kestrel.RequestHeaderEncodingSelector = static name =>
                name.Equals(HeaderNames.Connection, StringComparison.OrdinalIgnoreCase) ? ConnectionFieldEncoding.Instance : Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRandomness, SystemRandomness>();
        services.TryAddSingleton<IReportGrains, OrleansGrains>();
        services.TryAddSingleton<IResourceShards, OrleansGrains>();
        services.TryAddSingleton<ICatalogGrains, OrleansCatalogGrains>();
        services.TryAddSingleton<GenerationFollower>();
        services.TryAddSingleton<IClusterLink, InProcessLink>();
        services.TryAddSingleton<GrainCallOptions>();
        services.TryAddSingleton(host => CacheSettings.Budget(host.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<GenerationMirror>();
        services.AddMetrics();
        services.TryAddSingleton<CacheMetrics>();
        services.TryAddSingleton<NearDocuments>();
        services.TryAddSingleton<PurgeEndpoint>();
        services.TryAddSingleton<GrainCalls>();
        services.TryAddSingleton<ReportQuestions>();
        services.TryAddSingleton<ReportEndpoint>();
        services.TryAddSingleton<RelayOptions>();
        services.TryAddSingleton<RelayRequests>();
        services.TryAddSingleton<RelayEndpoint>();
        services.TryAddSingleton<Readiness>();
        return services;
    }

    /// <summary>Mounts the gateway's paths.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication UseAggregatorGateway(this WebApplication app)
    {
        app.UseMiddleware<ProblemBoundary>();
        app.UseOperatorBranch();
        app.UseMiddleware<NearHits>();
        app.UseRouting();
        app.MapHealth();
        app.MapRelay();
        app.MapReports();
        return app;
    }
}
