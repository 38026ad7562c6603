using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Health;

namespace Aggregator.Gateway.Cluster;

/// <summary>Keeps a gateway's catalogue that of the cluster, and by that knows whether there is a cluster.</summary>
/// <param name="catalogue">Where the catalogue goes.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where the coming and going of the cluster is told.</param>
internal sealed partial class CatalogueFollower(PublishedCatalogue catalogue, TimeProvider time, ILogger<CatalogueFollower> logger)
    : IClusterLink
{
    private volatile bool _connected;
    private long _revision = ICatalogGrain.NoRevision;

    /// <summary>How often the cluster is asked.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How long an answer may take before the cluster counts as gone.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>Whether the cluster answered when it was last asked.</summary>
    public bool IsConnected => _connected;

    /// <summary>Asks again and again, until the process stops.</summary>
    /// <param name="grain">The cluster's catalog.</param>
    /// <param name="stopping">Fires when the process stops.</param>
    public async Task FollowAsync(ICatalogGrain grain, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            await AskAsync(grain, stopping);
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }

    /// <summary>Asks once.</summary>
    public async Task AskAsync(ICatalogGrain grain, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, limit.Token);
        try
        {
            if (await grain.GetAsync(_revision, end.Token).WaitAsync(end.Token) is { } snapshot)
                Take(snapshot);
            Note(connected: true);
        }
        catch (Exception fault) when (TransientFault.Is(fault) || (fault is OperationCanceledException && !stopping.IsCancellationRequested))
        {
            Note(connected: false);
        }
    }

    /// <summary>
    /// A set that this process cannot serve, such as one with a time zone it does not know, leaves the last good one in force.
    /// </summary>
    private void Take(CatalogSnapshot snapshot)
    {
        _revision = snapshot.Revision;
        try
        {
            catalogue.Publish(new(snapshot.Reports, snapshot.Upstreams));
            LogCatalogue(logger, snapshot.Reports.Length);
        }
        catch (Exception fault) when (fault is ArgumentException or TimeZoneNotFoundException)
        {
            LogRefused(logger, fault);
        }
    }

    private void Note(bool connected)
    {
        if (connected == _connected)
            return;
        _connected = connected;
        if (connected)
            LogConnected(logger);
        else
            LogLost(logger);
    }

    [LoggerMessage(EventName = "ClusterConnected", Level = LogLevel.Information, Message = "The cluster answers.")]
    private static partial void LogConnected(ILogger logger);

    [LoggerMessage(EventName = "ClusterLost", Level = LogLevel.Warning, Message = "The cluster does not answer; asking on.")]
    private static partial void LogLost(ILogger logger);

    [LoggerMessage(
        EventName = "CatalogueRefused",
        Level = LogLevel.Error,
        Message = "The cluster serves reports that this gateway cannot; keeping the last ones.")]
    private static partial void LogRefused(ILogger logger, Exception fault);

    [LoggerMessage(EventName = "CatalogueTaken", Level = LogLevel.Information, Message = "The cluster serves {Reports} reports.")]
    private static partial void LogCatalogue(ILogger logger, int reports);
}
