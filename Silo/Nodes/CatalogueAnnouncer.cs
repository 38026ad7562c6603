using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;

namespace Aggregator.Silo.Nodes;

/// <summary>Tells the cluster which reports this silo serves: now, after every change, and again while it lives, for the catalog forgets.</summary>
internal sealed partial class CatalogueAnnouncer(
    IGrainFactory grains, DefinitionStore definitions, TimeProvider time, ILogger<CatalogueAnnouncer> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (Snapshot() is { } snapshot) await grains.GetGrain<ICatalogGrain>(ICatalogGrain.Key).AnnounceAsync(snapshot, stoppingToken);
            }
            catch (Exception fault) when (TransientFault.Is(fault))
            {
                LogNotAnnounced(fault);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    private CatalogSnapshot? Snapshot()
    {
        if (definitions.Current is not { } plans) return null;
        var reports = plans.Reports.Values.Select(plan => plan.Descriptor).OrderBy(report => report.Name, StringComparer.Ordinal).ToList();
        var versions = reports.Select(report => $"report {report.Name} {report.DefinitionHash}")
            .Concat(plans.Upstreams.Select(upstream => $"upstream {upstream.Name} {upstream.DefinitionHash}"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', versions)));
        return new()
        {
            Revision = BinaryPrimitives.ReadInt64LittleEndian(hash) & long.MaxValue,
            Reports = [.. reports],
            Upstreams = plans.Upstreams,
            LoadedAt = definitions.LoadedAt,
        };
    }

    [LoggerMessage(EventName = "NotAnnounced", Level = LogLevel.Warning, Message = "The cluster could not be told which reports this silo serves; it will be tried again.")]
    private partial void LogNotAnnounced(Exception fault);

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
}
