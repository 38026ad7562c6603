using System.Text;
using Aggregator.Catalog;
using Aggregator.Definitions;
using Aggregator.Identity;
using Aggregator.Memory;
using Aggregator.Planning;
using Aggregator.Reports;
using Aggregator.Silo.Definitions;
using Aggregator.Tests.Promises;
using Aggregator.Upstreams;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace Aggregator.Tests.Caching;

/// <summary>The activations of reports: each goes when it holds nothing any more.</summary>
public sealed class ReportGrainTests : IAsyncLifetime
{
    private readonly GenerationMirror _mirror = new(TimeProvider.System);
    private readonly CacheBudget _budget = new(1 << 20);
    private CountingUpstream? _upstream;
    private InProcessTestCluster? _cluster;
    private PlanSet? _plans;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _upstream = await CountingUpstream.StartAsync();
        _plans = Planner.Plan(Load(
            $"upstreams:\n  up: {{ url: \"{_upstream.Url}\" }}\n",
            "report: kept\ncache: 1h\nsources:\n  a: { get: \"up:/ok\" }\n",
            "report: unkept\nsources:\n  a: { get: \"up:/ok\", optional: true }\n")).Plans;
        _mirror.Hear(new() { Epoch = Guid.NewGuid() });
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.Services
            .AddSingleton(_mirror)
            .AddSingleton(_budget)
            .AddSingleton(Definitions())
            .AddSingleton<IUpstreamCalls>(_ => new UpstreamPipes(TimeProvider.System, () => 0.5))
            .AddSingleton<ReportCompiler>()
            .AddSingleton(Microsoft.Extensions.Options.Options.Create(new ReportGrainOptions { Rest = TimeSpan.FromMilliseconds(50) })));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_cluster is { } cluster) await cluster.DisposeAsync();
        if (_upstream is { } upstream) await upstream.DisposeAsync();
    }

    [Fact]
    public async Task An_activation_goes_when_it_holds_nothing_or_its_document_had_to_make_room()
    {
        var (unkept, kept) = (await AskAsync("unkept"), await AskAsync("kept"));
        Assert.Equal((false, true), (unkept.Standing.Kept, kept.Standing.Kept));
        await ActivationsAsync(1);
        Assert.Null((await AskAsync("kept")).Standing.Forward);

        for (var round = 0; round < 2; round++) _budget.Add(CachePart.Near, _budget.Capacity, () => { }); // what was used has a second chance
        await ActivationsAsync(0);
        Assert.Equal(2, _upstream?.Arrived);
    }

    private DefinitionStore Definitions()
    {
        var definitions = new DefinitionStore(TimeProvider.System);
        if (_plans is { } plans) definitions.Replace(plans);
        return definitions;
    }

    private static DefinitionSet Load(params string[] files)
    {
        var loaded = DefinitionLoader.Load(
            [.. files.Select((text, i) => new DefinitionFile($"{i}.yaml", Encoding.UTF8.GetBytes(text)))], new HostSecrets("test", new Dictionary<string, string>()));
        return loaded.Definitions ?? throw new InvalidOperationException(string.Join('\n', loaded.Problems));
    }

    private Task<ReportAnswer> AskAsync(string report)
    {
        var plan = _plans?.Reports[report] ?? throw new InvalidOperationException(report);
        var key = ReportKey.Of(plan.Hash, CanonicalParameters.None, []);
        var grain = (_cluster ?? throw new InvalidOperationException("There is no cluster.")).Client.GetGrain<IReportGrain>(key.ToString());
        return grain.GetAsync(
            new() { Report = report, DefinitionHash = plan.Hash, Parameters = CanonicalParameters.None, Waiter = Guid.NewGuid(), Patience = TimeSpan.FromSeconds(10) },
            CancellationToken.None);
    }

    /// <summary>Waits until there are that many activations of reports.</summary>
    private async Task ActivationsAsync(int count)
    {
        var management = (_cluster ?? throw new InvalidOperationException("There is no cluster.")).Client.GetGrain<IManagementGrain>(0);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var statistics = await management.GetSimpleGrainStatistics();
            if (statistics.Where(each => each.GrainType.Contains("ReportGrain", StringComparison.Ordinal)).Sum(each => each.ActivationCount) == count) return;
            if (limit.IsCancellationRequested) Assert.Fail(string.Join("\n", statistics.Select(each => $"{each.GrainType} {each.ActivationCount}")));
            await rounds.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
