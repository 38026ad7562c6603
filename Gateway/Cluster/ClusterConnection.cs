using System.Net;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.Identity;
using Aggregator.Reports;
using Aggregator.Resources;
using Orleans.Configuration;

namespace Aggregator.Gateway.Cluster;

/// <summary>
/// A gateway's client of the cluster. It connects behind the start, for as long as it takes: HTTP is bound at once and says that it is not
/// ready, where Orleans' own hosted client would hold the start up until a silo is there. Hence its services of its own.
/// </summary>
/// <param name="settings">Where the cluster is.</param>
/// <param name="follower">What follows the catalogue once connected.</param>
/// <param name="generations">What follows purges once connected.</param>
/// <param name="time">The clock.</param>
/// <param name="loggers">The process' log.</param>
/// <param name="logger">Where waiting is told.</param>
internal sealed partial class ClusterConnection(
    ClusterSettings settings,
    CatalogueFollower follower,
    GenerationFollower generations,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger<ClusterConnection> logger)
    : BackgroundService, IReportGrains, IResourceShards, ICatalogGrains
{
    private volatile IClusterClient? _client;

    /// <summary>The pause between two attempts to connect.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private IClusterClient Client => _client ?? throw new ClusterNotConnectedException();

    /// <inheritdoc/>
    public IReportGrain Get(ReportKey key) => Client.GetGrain<IReportGrain>(key.ToString());

    /// <inheritdoc/>
    public IResourceShardGrain Get(ResourceAddress address) => Client.GetGrain<IResourceShardGrain>(address.Shard);

    /// <inheritdoc/>
    public ICatalogGrain Catalog => Client.GetGrain<ICatalogGrain>(ICatalogGrain.Key);

    /// <inheritdoc/>
    public IGenerationsObserver Reference(IGenerationsObserver observer) => Client.CreateObjectReference<IGenerationsObserver>(observer);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var services = ClientServices();
        var hosted = services.GetServices<IHostedService>().ToArray();
        LogConnecting(logger);
        try
        {
            foreach (var service in hosted)
                await service.StartAsync(stoppingToken);
            _client = services.GetRequiredService<IClusterClient>();
            await Task.WhenAll(follower.FollowAsync(Catalog, stoppingToken), generations.FollowAsync(this, stoppingToken));
        }
        finally
        {
            _client = null;
            foreach (var service in hosted.Reverse())
                await service.StopAsync(CancellationToken.None);
        }
    }

    private ServiceProvider ClientServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddLogging();
        services.AddOrleansClient(client => client
            .UseStaticClustering(new IPEndPoint(settings.Address, settings.GatewayPort))
            .Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (settings.ServiceId, settings.ClusterId))
            .Configure<ClientMessagingOptions>(options => options.CancelRequestOnTimeout = true)
            .Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = ListRefresh)
            .UseConnectionRetryFilter(AgainAsync));
        return services.BuildServiceProvider();
    }

    private async Task<bool> AgainAsync(Exception fault, CancellationToken stopping)
    {
        await Task.Delay(Pause, time, stopping);
        return true;
    }

    private static readonly TimeSpan ListRefresh = TimeSpan.FromSeconds(2);

    [LoggerMessage(EventName = "ClusterConnecting", Level = LogLevel.Information, Message = "Connecting to the cluster.")]
    private static partial void LogConnecting(ILogger logger);
}
