using System.Diagnostics.Metrics;
using System.Net;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Cluster;
using Aggregator.Gateway.Health;
using Aggregator.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aggregator.Gateway.Tests;

/// <summary>A gateway over a real socket, in front of fake grains.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestGateway(
        WebApplication app,
        Listeners listeners,
        FakeGrains grains,
        FakeShards shards,
        PublishedCatalogue catalogue,
        SwitchedLink link,
        FakeCatalogGrains purges,
        MovedTime time)
    {
        (_app, Grains, Shards, Catalogue, Link, Purges, Time) = (app, grains, shards, catalogue, link, purges, time);
        Address = new(app.Urls.Single(url => !listeners.IsForOperators(url)));
        OperatorAddress = new(app.Urls.Single(listeners.IsForOperators));
        var plain = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false };
        Client = new(plain) { BaseAddress = Address };
    }

    public FakeGrains Grains { get; }

    public FakeShards Shards { get; }

    public PublishedCatalogue Catalogue { get; }

    public SwitchedLink Link { get; }

    public FakeCatalogGrains Purges { get; }

    public MovedTime Time { get; }

    public Uri Address { get; }

    public Uri OperatorAddress { get; }

    public const string OperatorKey = "the operator's key";

    public HttpClient Client { get; }

    public IMeterFactory Meters => _app.Services.GetRequiredService<IMeterFactory>();

    public static Task<TestGateway> StartAsync(params ReportDescriptor[] reports) => StartAsync(new FakeGrains(), reports);

    public static Task<TestGateway> StartAsync(FakeGrains grains, params ReportDescriptor[] reports) =>
        StartAsync(grains, reports.Length > 0 ? new ReportCatalogue(reports) : null);

    /// <summary>A gateway with upstreams and no reports.</summary>
    public static Task<TestGateway> StartRelayAsync(params UpstreamDescriptor[] upstreams) =>
        StartAsync(new FakeGrains(), new ReportCatalogue([], upstreams));

    private static async Task<TestGateway> StartAsync(FakeGrains grains, ReportCatalogue? served)
    {
        var catalogue = new PublishedCatalogue();
        if (served is not null)
            catalogue.Publish(served);
        var shards = new FakeShards();
        var link = new SwitchedLink();
        var purges = new FakeCatalogGrains();
        var time = new MovedTime();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var listeners = new Listeners(new("http://127.0.0.1:0", OperatorKey, IsMade: false));
        builder.WebHost.ConfigureKestrel(kestrel => listeners.Configure(kestrel, "http://127.0.0.1:0"));
        builder.Services.AddSingleton(new Aggregator.Gateway.Operator.OperatorKey(OperatorKey));
        builder.Services.AddSingleton<ICatalogueSource>(catalogue);
        builder.Services.AddSingleton<IReportGrains>(grains);
        builder.Services.AddSingleton<IResourceShards>(shards);
        builder.Services.AddSingleton<IClusterLink>(link);
        builder.Services.AddSingleton<ICatalogGrains>(purges);
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddAggregatorGateway();
        var app = builder.Build();
        app.UseAggregatorGateway();
        await app.StartAsync();
        var gateway = new TestGateway(app, listeners, grains, shards, catalogue, link, purges, time);
        await gateway.HearPurgesAsync();
        return gateway;
    }

    /// <summary>Lets time pass, in which the gateway goes on asking for purges.</summary>
    public Task PassAsync(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        return HearPurgesAsync();
    }

    /// <summary>Has the gateway ask for purges, as it does every second.</summary>
    public Task HearPurgesAsync()
    {
        var follower = _app.Services.GetRequiredService<GenerationFollower>();
        return follower.AskAsync(Purges, follower, CancellationToken.None);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Catalogue.Dispose();
    }

    internal sealed class SwitchedLink : IClusterLink
    {
        public bool IsConnected { get; set; } = true;
    }
}
