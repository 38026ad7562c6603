using System.Net;
using System.Text;
using Aggregator.Catalog;
using Aggregator.Identity;
using Aggregator.Memory;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Aggregator.Gateway.Tests.NearCache;

/// <summary>What the gateway answers without asking a grain, and when it asks again.</summary>
public sealed class NearCacheTests
{
    private const string Path = "/reports/customer-overview?id=7";

    [Fact]
    public async Task Hit_MakesNoGrainCall_AndAges()
    {
        await using var gateway = await StartAsync();
        using var miss = await gateway.GetAsync(Path);
        await gateway.PassAsync(12);
        using var hit = await gateway.GetAsync(Path);
        await gateway.PassAsync(5);
        using var later = await gateway.GetAsync(Path);

        Assert.Single(gateway.Grains.Asked);
        Assert.Equal(("max-age=30", null, "aggregator; fwd=miss; ttl=30; stored"), Freshness(miss));
        Assert.Equal(("max-age=30", "12", "aggregator; hit; ttl=18"), Freshness(hit));
        Assert.Equal(("max-age=30", "17", "aggregator; hit; ttl=13"), Freshness(later));
        Assert.Equal(await miss.Content.ReadAsByteArrayAsync(), await hit.Content.ReadAsByteArrayAsync());
        Assert.Equal("nosniff", hit.Header("X-Content-Type-Options"));
        Assert.Equal(miss.Header("Vary"), hit.Header("Vary"));
        Assert.Equal(miss.Header("Server-Timing"), hit.Header("Server-Timing"));
    }

    [Fact]
    public async Task Entry_LivesNoLongerThanItsDocument()
    {
        await using var gateway = await StartAsync();
        gateway.Grains.Keeps(Examples.Document(), gateway.Purges.Generations.Stamp, age: 25, freshFor: 5);
        using var first = await gateway.GetAsync(Path);
        await gateway.PassAsync(4.9);
        using var hit = await gateway.GetAsync(Path);
        await gateway.PassAsync(0.1);
        using var miss = await gateway.GetAsync(Path);

        Assert.Equal(2, gateway.Grains.Asked.Count);
        Assert.Equal(("max-age=30", "25", "aggregator; hit; ttl=5"), Freshness(first));
        Assert.Equal(("max-age=30", "29", "aggregator; hit; ttl=0"), Freshness(hit));
    }

    [Theory]
    [InlineData("/reports/customer-overview?id=7&note=a", "/reports/customer-overview?note=a&id=7")]
    [InlineData("/reports/customer-overview?id=7", "/customers/7/overview")]
    [InlineData("/reports/customer-overview?id=7", "/reports/customer-overview?id=%37")]
    public async Task TwoSpellings_AreOneDocument(string one, string other)
    {
        await using var gateway = await StartAsync();
        foreach (var path in new[] { one, other, one, other })
        {
            using var response = await gateway.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Single(gateway.Grains.Asked);
    }

    [Theory]
    [InlineData("br", "\"v1-br\"")]
    [InlineData("gzip", "\"v1-gzip\"")]
    [InlineData("identity", "\"v1\"")]
    public async Task Hit_IsNegotiated_AndAnswers304AndHead(string coding, string tag)
    {
        await using var gateway = await StartAsync();
        using var miss = await gateway.GetAsync(Path);
        using var hit = await gateway.GetAsync(Path, ("Accept-Encoding", coding), ("Accept", "application/*"));
        using var unchanged = await gateway.GetAsync(Path, ("Accept-Encoding", coding), ("If-None-Match", tag));
        using var other = await gateway.GetAsync(Path, ("Accept-Encoding", coding), ("If-None-Match", "W/\"x\", \"v1\""));
        using var head = await gateway.SendAsync(HttpMethod.Head, Path, ("Accept-Encoding", coding));

        Assert.Single(gateway.Grains.Asked);
        Assert.Equal((HttpStatusCode.OK, tag), (hit.StatusCode, hit.Header("ETag")));
        Assert.Equal((HttpStatusCode.NotModified, tag, "max-age=30"), (unchanged.StatusCode, unchanged.Header("ETag"), unchanged.Header("Cache-Control")));
        Assert.Equal(HttpStatusCode.NotModified, other.StatusCode);
        Assert.Equal((hit.Content.Headers.ContentLength, 0), (head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    [Fact]
    public async Task Envelope_AndPost_AreAnsweredFromTheSameDocument()
    {
        await using var gateway = await StartAsync();
        using var miss = await gateway.GetAsync(Path);
        using var envelope = await gateway.GetAsync(Path, ("Accept", "application/vnd.aggregator.report+json"));
        using var post = await gateway.Client.PostAsync("/reports/customer-overview", new StringContent("""{"id":7}""", Encoding.UTF8, "application/json"));

        Assert.Single(gateway.Grains.Asked);
        Assert.Equal("v1", (await envelope.JsonAsync()).GetProperty("version").GetString());
        Assert.Equal("aggregator; hit; ttl=30", post.Header("Cache-Status"));
    }

    [Theory]
    [InlineData("no-cache", 2, true)]
    [InlineData("NO-CACHE, max-age=5", 2, true)]
    [InlineData("no-store", 1, false)]
    [InlineData("max-age=0", 1, false)]
    [InlineData("only-if-cached", 1, false)]
    [InlineData("=", 1, false)]
    public async Task RequestCacheControl_OnlyNoCacheIsObeyed(string directives, int calls, bool revalidates)
    {
        await using var gateway = await StartAsync();
        using var first = await gateway.GetAsync(Path);
        using var second = await gateway.GetAsync(Path, ("Cache-Control", directives));

        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal((calls, revalidates), (gateway.Grains.Asked.Count, gateway.Grains.LastRequest.Revalidate));
    }

    [Theory]
    [InlineData(PurgeKind.Report, "customer-overview", true)]
    [InlineData(PurgeKind.Upstream, "crm", true)]
    [InlineData(PurgeKind.Tag, "customers", true)]
    [InlineData(PurgeKind.Report, "crm", false)]
    [InlineData(PurgeKind.Tag, "other", false)]
    public async Task Purge_MakesTheNextRequestAMiss(PurgeKind kind, string name, bool concerned)
    {
        await using var gateway = await StartAsync();
        using var first = await gateway.GetAsync(Path);
        await gateway.Purges.PurgeAsync(new(kind, name), CancellationToken.None);
        gateway.Grains.Keeps(Examples.Document("2"), gateway.Purges.Generations.Stamp);
        using var second = await gateway.GetAsync(Path);

        Assert.Equal(concerned ? 2 : 1, gateway.Grains.Asked.Count);
    }

    [Fact]
    public async Task Purge_WhoseMessageIsLost_TakesEffectWhenTheGatewayAsks()
    {
        await using var gateway = await StartAsync();
        gateway.Purges.IsMute = true;
        using var first = await gateway.GetAsync(Path);
        await gateway.Purges.PurgeAsync(new(PurgeKind.Tag, "customers"), CancellationToken.None);
        await gateway.PassAsync(1);
        using var second = await gateway.GetAsync(Path);

        Assert.Equal(2, gateway.Grains.Asked.Count);
    }

    [Fact]
    public async Task WhatWasUnderWayWhenThePurgeCame_IsNotKept()
    {
        await using var gateway = await StartAsync();
        var before = gateway.Purges.Generations.Stamp;
        var gate = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        gateway.Grains.Keeps(Examples.Document(), before);
        var answer = gateway.Grains.Answer;
        gateway.Grains.Answer = async (request, cancelled) =>
        {
            asked.TrySetResult();
            await gate.Task;
            return await answer(request, cancelled);
        };

        var underWay = gateway.GetAsync(Path);
        await asked.Task;
        await gateway.Purges.PurgeAsync(new(PurgeKind.Report, "customer-overview"), CancellationToken.None);
        gate.SetResult();
        using var first = await underWay;
        using var second = await gateway.GetAsync(Path);

        Assert.Equal(2, gateway.Grains.Asked.Count);
    }

    [Fact]
    public async Task CutOffFromTheCatalog_EverythingIsAMiss()
    {
        await using var gateway = await StartAsync();
        using var first = await gateway.GetAsync(Path);
        gateway.Time.Advance(GenerationMirror.Lease);
        using var second = await gateway.GetAsync(Path);

        Assert.Equal(2, gateway.Grains.Asked.Count);
    }

    [Fact]
    public async Task AnotherVersionOfTheReport_IsAMiss()
    {
        await using var gateway = await StartAsync();
        using var first = await gateway.GetAsync(Path);
        gateway.Catalogue.Publish(new([Report with { DefinitionHash = "another" }]));
        using var second = await gateway.GetAsync(Path);

        Assert.Equal(2, gateway.Grains.Asked.Count);
    }

    [Fact]
    public async Task ForwardedHeaders_AreKeptApart_AndPrivate()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Forwarding);
        gateway.Grains.Keeps(Examples.Document(), gateway.Purges.Generations.Stamp);
        foreach (var who in new[] { "a", "b", "a", "b" })
        {
            using var response = await gateway.GetAsync("/reports/forwarding", ("Authorization", who));
            Assert.True(response.Headers.CacheControl is { Private: true, MaxAge.TotalSeconds: 30 });
        }

        Assert.Equal(["a", "b"], gateway.Grains.Asked.Select(asked => asked.Request.Forwarded.Single().Value));
    }

    [Fact]
    public async Task WaitingClients_GetWhatIsThere_AndPartialAnswersOfTheirOwnAreNotKept()
    {
        await using var gateway = await StartAsync();
        gateway.Grains.Answers(Examples.Document(complete: false));
        using var partial = await gateway.GetAsync(Path, ("Prefer", "wait=1"));
        gateway.Grains.Keeps(Examples.Document(), gateway.Purges.Generations.Stamp);
        using var whole = await gateway.GetAsync(Path);
        using var hit = await gateway.GetAsync(Path, ("Prefer", "wait=1"));

        Assert.True(gateway.Grains.Asked.First().Request.Hastened);
        Assert.Equal(2, gateway.Grains.Asked.Count);
        Assert.Equal("no-store", partial.Header("Cache-Control"));
        Assert.Equal(("wait=1", "max-age=30"), (hit.Header("Preference-Applied"), hit.Header("Cache-Control")));
    }

    [Fact]
    public async Task StaleTimes_AreToldToCachesDownstream()
    {
        await using var gateway = await TestGateway.StartAsync(Report with { Stale = TimeSpan.FromMinutes(5), StaleOnError = TimeSpan.FromHours(1) });
        gateway.Grains.Keeps(Examples.Document(), gateway.Purges.Generations.Stamp, age: 35, freshFor: -5);
        using var stale = await gateway.GetAsync(Path);
        using var again = await gateway.GetAsync(Path);

        Assert.Equal(("max-age=30, stale-while-revalidate=300, stale-if-error=3600", "35", "aggregator; hit; ttl=-5"), Freshness(stale));
        Assert.Equal(2, gateway.Grains.Asked.Count);
    }

    [Fact]
    public async Task Lookups_AndMemory_AreMeasured()
    {
        await using var gateway = await StartAsync();
        using var lookups = new MetricCollector<long>(gateway.Meters, CacheMetrics.MeterName, "aggregator.cache.lookups");
        using var memory = new MetricCollector<long>(gateway.Meters, CacheMetrics.MeterName, "aggregator.cache.bytes");
        for (var i = 0; i < 3; i++)
        {
            using var response = await gateway.GetAsync(Path);
        }

        memory.RecordObservableInstruments();
        Assert.Equal(["miss", "hit", "hit"], lookups.GetMeasurementSnapshot().Select(measurement => measurement.Tags["outcome"]));
        Assert.Equal(["near"], memory.GetMeasurementSnapshot().Where(measurement => measurement.Value > 0).Select(measurement => measurement.Tags["part"]));
    }

    private static ReportDescriptor Report => Examples.Customer with { Upstreams = ["crm"], Tags = ["customers"] };

    private static async Task<TestGateway> StartAsync()
    {
        var gateway = await TestGateway.StartAsync(Report);
        gateway.Grains.Keeps(Examples.Document(), gateway.Purges.Generations.Stamp);
        return gateway;
    }

    private static (string? CacheControl, string? Age, string? Status) Freshness(HttpResponseMessage response) =>
        (response.Header("Cache-Control"), response.Header("Age"), response.Header("Cache-Status"));
}
