using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class CacheStatusTests
{
    public static TheoryData<string, string, CacheStatus> Statuses => new()
    {
        { "§2.1", "aggregator; hit", new() },
        { "§2.4", "aggregator; hit; ttl=30", CacheStatus.Hit(Seconds(30.5), new(Seconds(61), LifetimeBasis.MaxAge)) },
        { "§2.4", "aggregator; hit; ttl=-5", CacheStatus.Hit(Seconds(65), new(Seconds(60), LifetimeBasis.MaxAge)) },
        { "§2.2", "aggregator; fwd=bypass", new() { Forward = ForwardReason.Bypass } },
        { "§2.2", "aggregator; fwd=method", new() { Forward = ForwardReason.Method } },
        { "§2.2", "aggregator; fwd=uri-miss; stored", new() { Forward = ForwardReason.UriMiss, Stored = true } },
        { "§2.2", "aggregator; fwd=vary-miss", new() { Forward = ForwardReason.VaryMiss } },
        { "§2.2", "aggregator; fwd=miss; collapsed", new() { Forward = ForwardReason.Miss, Collapsed = true } },
        { "§2.2", "aggregator; fwd=request", new() { Forward = ForwardReason.Request } },
        { "§2.2", "aggregator; fwd=partial", new() { Forward = ForwardReason.Partial } },
        {
            "§2.3", "aggregator; fwd=stale; fwd-status=304; ttl=60; stored; detail=max-age",
            new() { Forward = ForwardReason.Stale, ForwardStatus = 304, TimeToLive = Seconds(60), Stored = true, Detail = "max-age" }
        },
    };

    [Theory]
    [MemberData(nameof(Statuses), DisableDiscoveryEnumeration = true)]
    public void Cache_status_tells_what_was_done(string section, string expected, CacheStatus status) =>
        Rule.Holds(expected, "9211 " + section, expected, status.ToString());

    [Fact]
    public void Cache_status_comes_after_those_of_caches_before()
    {
        var fields = new CacheStatus().AppendTo(Fields("Cache-Status: origin; hit|A: 1"));
        Assert.Equal("origin; hit, aggregator; hit", fields.Combined("Cache-Status"));
    }

    [Theory]
    [InlineData("fresh", "", 1, "aggregator; hit; ttl=59")]
    [InlineData("window", "", 61, "aggregator; hit; ttl=-1; detail=stale-while-revalidate")]
    [InlineData("stale", "", 99, "aggregator; fwd=stale")]
    [InlineData("asked", "Cache-Control: no-cache", 1, "aggregator; fwd=request")]
    [InlineData("taken stale", "Cache-Control: max-stale", 99, "aggregator; hit; ttl=-39; detail=max-stale")]
    [InlineData("variant", "Foo: 2", 1, "aggregator; fwd=vary-miss")]
    public void A_decision_has_its_cache_status(string id, string asked, double seconds, string expected)
    {
        var stored = Stored("Cache-Control: max-age=60, stale-while-revalidate=9|Vary: Foo");
        Rule.Holds(id, "9211 §2", expected, CacheStatus.Of(Reuse.Decide(Request(asked), [stored], Shared, After(seconds))).ToString());
    }
}
