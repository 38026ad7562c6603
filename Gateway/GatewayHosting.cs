using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Health;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Reports;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aggregator.Gateway;

/// <summary>Puts the gateway into a host: a node mounts it in its own process, a gateway alone is nothing else.</summary>
public static class GatewayHosting
{
    /// <summary>
    /// Registers the gateway. The host registers its <see cref="Catalogue.ICatalogueSource"/>, and either the cluster's
    /// <see cref="IGrainFactory"/> or an <see cref="IReportGrains"/> and an <see cref="IClusterLink"/> of its own.
    /// </summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddAggregatorGateway(this IServiceCollection services)
    {
        services.AddRouting();
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IRandomness, SystemRandomness>();
        services.TryAddSingleton<IReportGrains, OrleansReportGrains>();
        services.TryAddSingleton<IClusterLink, InProcessLink>();
        services.TryAddSingleton<GrainCallOptions>();
        services.TryAddSingleton<ReportCalls>();
        services.TryAddSingleton<ReportQuestions>();
        services.TryAddSingleton<ReportEndpoint>();
        services.TryAddSingleton<Readiness>();
        return services;
    }

    /// <summary>Mounts the gateway's paths.</summary>
    /// <param name="app">The host.</param>
    public static WebApplication UseAggregatorGateway(this WebApplication app)
    {
        app.UseMiddleware<ProblemBoundary>();
        app.UseRouting();
        app.MapHealth();
        app.MapReports();
        return app;
    }
}
