using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Aggregator.Catalog;
using Aggregator.Definitions;
using Aggregator.Identity;
using Aggregator.Planning;
using Aggregator.Reports;
using Aggregator.Silo.Definitions;
using Aggregator.Silo.Nodes;
using Aggregator.Upstreams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace Aggregator.Tests.Resources;

/// <summary>Silos in one process over one upstream made of a lambda, which counts what reaches it.</summary>
internal sealed class ResourceCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;
    private readonly Func<HttpRequestMessage, CancellationToken, Task<string>> _answer;

    private ResourceCluster(short silos, PlanSet plans, Func<HttpRequestMessage, CancellationToken, Task<string>> answer)
    {
        (Plans, _answer) = (plans, answer);
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Configure<Orleans.Configuration.SiloMessagingOptions>(messaging => messaging.CancelRequestOnTimeout = true);
            Add(silo.Services);
        });
        _cluster = builder.Build();
    }

    /// <summary>The plans that every silo has.</summary>
    public PlanSet Plans { get; }

    /// <summary>Method and target of every call that reached the upstream.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>The cluster.</summary>
    public InProcessTestCluster Cluster => _cluster;

    /// <summary>The services of each silo.</summary>
    public IReadOnlyList<IServiceProvider> Silos => [.. _cluster.Silos.Select(silo => _cluster.GetSiloServiceProvider(silo.SiloAddress))];

    /// <summary>Starts a cluster.</summary>
    /// <param name="silos">How many silos.</param>
    /// <param name="report">A report that calls the upstream <c>up</c>.</param>
    /// <param name="answer">What the upstream answers: a JSON body.</param>
    /// <param name="settings">The upstream's settings beside its URL.</param>
    public static async Task<ResourceCluster> StartAsync(
        short silos, string report, Func<HttpRequestMessage, CancellationToken, Task<string>> answer, string settings = "retry: 0")
    {
        var loaded = DefinitionLoader.Load(
            [File("upstreams.yaml", $"upstreams:\n  up: {{ url: \"http://upstream.test\", {settings} }}\n"), File("report.yaml", report)],
            new HostSecrets("test", new Dictionary<string, string>()));
        Assert.True(loaded.Definitions is not null, string.Join('\n', loaded.Problems));
        var plans = Planner.Plan(loaded.Definitions).Plans;
        Assert.NotNull(plans);
        var started = new ResourceCluster(silos, plans, answer);
        await started._cluster.DeployAsync();
        return started;
    }

    /// <summary>Compiles the report in one silo, as a report of its own: it shares resources with others, but no compile.</summary>
    public Task<ReportAnswer> CompileAsync(IServiceProvider silo, CompileInputs? inputs = null, CancellationToken cancellationToken = default)
    {
        var plan = Assert.Single(Plans.Reports).Value;
        return silo.GetRequiredService<ReportCompiler>().CompileAsync(plan, inputs ?? new(CanonicalParameters.None), plan.Definition.Deadline, cancellationToken);
    }

    /// <summary>Asks the report's grain from one silo, as a gateway there does.</summary>
    public Task<ReportAnswer> AskAsync(IServiceProvider silo)
    {
        var plan = Assert.Single(Plans.Reports).Value;
        var key = ReportKey.Of(plan.Hash, CanonicalParameters.None, []);
        return silo.GetRequiredService<IGrainFactory>().GetGrain<IReportGrain>(key.ToString()).GetAsync(
            new()
            {
                Report = plan.Definition.Name,
                DefinitionHash = plan.Hash,
                Parameters = CanonicalParameters.None,
                Waiter = Guid.NewGuid(),
                Patience = plan.Definition.Deadline,
            },
            CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    private void Add(IServiceCollection services)
    {
        var mirror = new GenerationMirror(new FakeTimeProvider()); // heard once, good for ever
        mirror.Hear(new() { Epoch = Epoch });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(mirror);
        services.AddSingleton(new UpstreamPipes(TimeProvider.System, () => 0.5, _ => new Answering(this)));
        services.AddSingleton(host =>
        {
            var store = new DefinitionStore(TimeProvider.System);
            store.Replace(Plans);
            return store;
        });
        services.AddSingleton<ReportCompiler>();
        services.AddResources();
    }

    private static DefinitionFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static readonly Guid Epoch = new("b7f1c9e2-3a4d-4c55-8e6f-7a8b9c0d1e2f");

    private sealed class Answering(ResourceCluster cluster) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cluster.Calls.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri?.PathAndQuery}"));
            var body = await cluster._answer(request, cancellationToken);
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            response.Headers.TryAddWithoutValidation("Cache-Control", "max-age=600");
            return response;
        }
    }
}
