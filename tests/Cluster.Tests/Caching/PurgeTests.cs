using System.Net;
using System.Net.Http.Json;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Cluster;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;
using Aggregator.Tests.Promises;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Aggregator.Tests.Caching;

/// <summary>A purge reaches every process, wherever it was asked for.</summary>
public sealed class PurgeTests
{
    [Fact]
    public async Task When_a_purge_returns_every_silo_and_every_client_goes_by_it()
    {
        var builder = new InProcessTestClusterBuilder(2);
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        IGrainFactory[] processes = [.. cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<IGrainFactory>()), cluster.Client];
        var mirrors = new List<GenerationMirror>();
        var followers = new List<GenerationFollower>();
        foreach (var process in processes)
        {
            var mirror = new GenerationMirror(TimeProvider.System);
            var follower = new GenerationFollower(mirror, TimeProvider.System);
            var grains = new Process(process);
            await follower.AskAsync(grains.Catalog, grains.Reference(follower), CancellationToken.None);
            mirrors.Add(mirror);
            followers.Add(follower);
        }

        Assert.All(mirrors, mirror => Assert.NotEqual(GenerationStamp.Unknown, mirror.Current.Stamp));
        var purged = await new Process(processes[1]).Catalog.PurgeAsync(new(PurgeKind.Tag, "fruit"), CancellationToken.None);

        Assert.All(mirrors, mirror => Assert.Equal(purged.Stamp, mirror.Current.Stamp));
        GC.KeepAlive(followers);
    }

    [Fact]
    public async Task A_purge_at_one_process_empties_the_documents_and_near_caches_of_all()
    {
        await using var upstream = await CountingUpstream.StartAsync();
        using var folder = new TemporaryFolder()
            .With("upstreams.yaml", $"upstreams:\n  up: {{ url: \"{upstream.Url}\" }}\n")
            .With("fruit.yaml", "report: fruit\ncache: 1h\ntags: [fresh]\nsources:\n  a: { get: \"up:/ok\" }\n");
        var ports = FreePorts.Take(2);
        await using var silo = await StartedNode.StartAsync(
            "dotnet",
            [StartedNode.SiloProgram, $"--Cluster:SiloPort={ports[0]}", $"--Cluster:GatewayPort={ports[1]}"],
            folder.Path,
            settings: ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"]);
        await using var gateway = await StartedNode.StartAsync(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Aggregator.Gateway.dll"), $"--Cluster:GatewayPort={ports[1]}"],
            folder: null,
            settings: ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"]);
        await silo.WaitUntilReadyAsync();
        await gateway.WaitUntilReadyAsync();
        await UntilKeptAsync(gateway);
        await UntilKeptAsync(silo);

        foreach (var (at, subject) in new[] { (silo, """report":"fruit"""), (gateway, """upstream":"up"""), (silo, """tag":"fresh""") })
        {
            upstream.Reset();
            using var content = JsonContent.Create(System.Text.Json.JsonDocument.Parse($"{{\"{subject}\"}}"));
            using var purged = await at.OperatorClient.PostAsync("/admin/purge", content);
            Assert.Equal(HttpStatusCode.NoContent, purged.StatusCode);

            await GetAsync(gateway);
            await GetAsync(silo);
            await GetAsync(gateway);
            Assert.Equal(1, upstream.Arrived);
        }
    }

    /// <summary>Asks until the answer comes out of a cache: right after its start a process may not have heard from the catalog yet.</summary>
    private static async Task UntilKeptAsync(StartedNode node)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await GetAsync(node)).Contains("hit", StringComparison.Ordinal))
            await rounds.WaitForNextTickAsync(limit.Token);
    }

    private static async Task<string> GetAsync(StartedNode node)
    {
        using var response = await node.Client.GetAsync("/reports/fruit");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return string.Join(", ", response.Headers.GetValues("Cache-Status"));
    }

    private sealed class Process(IGrainFactory grains) : ICatalogGrains
    {
        public ICatalogGrain Catalog => grains.GetGrain<ICatalogGrain>(ICatalogGrain.Key);

        public IGenerationsObserver Reference(IGenerationsObserver observer) => grains.CreateObjectReference<IGenerationsObserver>(observer);
    }
}
