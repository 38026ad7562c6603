using Aggregator.Catalog;
using Aggregator.Definitions;
using Aggregator.Gateway;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Cluster;
using Aggregator.Planning;
using Aggregator.Reports;
using Aggregator.Samples;
using Aggregator.Silo.Commands;
using Aggregator.Silo.Definitions;
using Aggregator.Upstreams;

namespace Aggregator.Silo.Nodes;

/// <summary>A node: a silo and a gateway in one process.</summary>
internal static class Node
{
    /// <summary>Runs a node until it is told to stop.</summary>
    /// <param name="arguments">The settings on the command line.</param>
    /// <param name="output">Where the banner goes.</param>
    /// <param name="errors">Where problems go that keep it from starting.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (GatewayProcess.Prepare(arguments, errors) is not { } builder) return (int)ExitCode.Problems;

        var folder = builder.Configuration["Reports"];
        await using var samples = folder is null
            ? await SampleUpstreams.StartAsync(SampleUpstreams.PreferredPort, TimeProvider.System, CancellationToken.None)
            : null;
        var cluster = ClusterSettings.Read(builder.Configuration);
        if (Read(folder ?? SampleFolder, Secrets(cluster, samples), errors) is not { } plans) return (int)ExitCode.Problems;
        if (!GatewayProcess.CanListen(builder.Configuration, errors) || SiloPorts.Choose(cluster, errors) is not { } ports)
            return (int)ExitCode.StartFailed;

        AddSilo(builder, cluster, ports);
        AddReports(builder.Services);
        await using var app = builder.Build();
        Publish(app.Services, plans);
        app.UseAggregatorGateway();
        return await GatewayProcess.RunAsync(
            app, addresses => Banner.Of(addresses, plans.Reports.Values.Select(plan => plan.Descriptor), folder ?? "samples"), output, errors);
    }

    private static HostSecrets Secrets(ClusterSettings cluster, SampleUpstreams? samples) => new(
        cluster.ServiceId,
        samples is null ? new Dictionary<string, string>() : new() { ["SAMPLES_URL"] = samples.Address.ToString().TrimEnd('/') });

    private static PlanSet? Read(string folder, HostSecrets secrets, TextWriter errors)
    {
        if (OpenedFolder.Read(folder, secrets, errors) is not { } reading) return null;
        errors.Write(ProblemText.Render(reading.Problems, reading.Files));
        return reading.Plans;
    }

    private static void AddSilo(WebApplicationBuilder builder, ClusterSettings cluster, SiloPorts ports) => builder.UseOrleans(silo =>
    {
        silo.UseLocalhostClustering(ports.Silo, ports.Gateway, serviceId: cluster.ServiceId, clusterId: cluster.ClusterId);
        silo.Configure<Orleans.Configuration.SiloMessagingOptions>(messaging => messaging.CancelRequestOnTimeout = true);
    });

    private static void AddReports(IServiceCollection services)
    {
        services.AddSingleton<DefinitionStore>();
        services.AddSingleton(host => new UpstreamPipes(
            host.GetRequiredService<TimeProvider>(), host.GetRequiredService<IRandomness>().NextFraction));
        services.AddResources();
        services.AddSingleton<ReportCompiler>();
        services.AddSingleton<PublishedCatalogue>();
        services.AddSingleton<ICatalogueSource>(host => host.GetRequiredService<PublishedCatalogue>());
        services.AddAggregatorGateway();
        services.AddHostedService<CatalogueAnnouncer>();
        services.AddHostedService<GenerationFollowing>();
    }

    private static void Publish(IServiceProvider services, PlanSet plans)
    {
        services.GetRequiredService<DefinitionStore>().Replace(plans);
        services.GetRequiredService<PublishedCatalogue>().Publish(new ReportCatalogue(plans.Reports.Values.Select(plan => plan.Descriptor), plans.Upstreams));
    }

    private static readonly string SampleFolder = Path.Combine(AppContext.BaseDirectory, "samples");
}
