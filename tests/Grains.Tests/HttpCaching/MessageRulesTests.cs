using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

/// <summary>Hop-by-hop fields, invalidation, Cache-Status.</summary>
public sealed class MessageRulesTests
{
    [Theory]
    [InlineData("Connection", "9110 §7.6.1", false)]
    [InlineData("Keep-Alive", "9110 §7.6.1", false)]
    [InlineData("Proxy-Connection", "9110 §7.6.1", false)]
    [InlineData("TE", "9110 §7.6.1", false)]
    [InlineData("Trailer", "9110 §6.6.2", false)]
    [InlineData("transfer-encoding", "9110 §7.6.1", false)]
    [InlineData("UPGRADE", "9110 §7.6.1", false)]
    [InlineData("Proxy-Authenticate", "9111 §3.1", false)]
    [InlineData("Proxy-Authentication-Info", "9111 §3.1", false)]
    [InlineData("Proxy-Authorization", "9111 §3.1", false)]
    [InlineData("Test-Header", "9111 §3.1", true)]
    [InlineData("X-Test-Header", "9111 §3.1", true)]
    [InlineData("Content-Foo", "9111 §3.1", true)]
    [InlineData("Cache-Control", "9111 §3.1", true)]
    [InlineData("Content-Encoding", "9111 §3.1", true)]
    [InlineData("Content-Location", "9111 §3.1", true)]
    [InlineData("Content-MD5", "9111 §3.1", true)]
    [InlineData("Content-Range", "9111 §3.1", true)]
    [InlineData("Content-Security-Policy", "9111 §3.1", true)]
    [InlineData("Content-Type", "9111 §3.1", true)]
    [InlineData("Clear-Site-Data", "9111 §3.1", true)]
    [InlineData("ETag", "9111 §3.1", true)]
    [InlineData("Expires", "9111 §3.1", true)]
    [InlineData("Public-Key-Pins", "9111 §3.1", true)]
    [InlineData("Set-Cookie", "9111 §7.3", true)]
    [InlineData("Set-Cookie2", "9111 §7.3", true)]
    [InlineData("X-Frame-Options", "9111 §3.1", true)]
    [InlineData("CDN-Cache-Control", "9213 §3.1", true)]
    public void Fields_of_the_connection_are_not_stored_and_all_others_are(string name, string section, bool kept) =>
        Rule.Holds(name, section, kept, Stored($"{name}: a|A: b").Head.Fields.Contains(name));

    [Theory]
    [InlineData("named", "Connection: a, B", "c")]
    [InlineData("on two lines", "Connection: close|connection: A,,b", "c")]
    [InlineData("not in quotes", "Connection: \"a, b\"", "a,b,c")]
    [InlineData("none named", "Connection: close", "a,b,c")]
    public void What_connection_names_goes_with_it(string id, string connection, string expected) => Rule.Holds(
        id, "9110 §7.6.1", expected, string.Join(",", HopByHop.Remove(Fields($"a: 1|{connection}|b: 2|c: 3")).Select(line => line.Name)));

    [Theory]
    [InlineData("POST", 200, "", "/things/1?q=a")]
    [InlineData("PUT", 204, "", "/things/1?q=a")]
    [InlineData("DELETE", 302, "", "/things/1?q=a")]
    [InlineData("M-SEARCH", 200, "", "/things/1?q=a")]
    [InlineData("unheard-of", 299, "", "/things/1?q=a")]
    [InlineData("POST", 500, "Location: /x", "")]
    [InlineData("POST", 404, "", "")]
    [InlineData("PUT", 999, "", "")]
    [InlineData("GET", 200, "Location: /x", "")]
    [InlineData("HEAD", 200, "", "")]
    [InlineData("OPTIONS", 200, "", "")]
    [InlineData("PROPFIND", 207, "", "")]
    [InlineData("POST", 201, "Location: /x", "/things/1?q=a /x")]
    [InlineData("POST", 201, "Location: y#part|Content-Location: ../z", "/things/1?q=a /things/y#part /z")]
    [InlineData("POST", 201, "Content-Location: http://UPSTREAM.test:80/x", "/things/1?q=a /x")]
    [InlineData("POST", 201, "Location: http://other.test/x", "/things/1?q=a")]
    [InlineData("POST", 201, "Location: https://upstream.test/x", "/things/1?q=a")]
    [InlineData("POST", 201, "Location: http://upstream.test:81/x", "/things/1?q=a")]
    [InlineData("POST", 201, "Location: //other.test/x", "/things/1?q=a")]
    [InlineData("POST", 201, "Location: http://[", "/things/1?q=a")]
    public void A_change_that_worked_takes_stored_responses_away(string method, int status, string fields, string expected)
    {
        var uris = Invalidation.Uris(Request(method: method), Head(fields, status));
        Rule.Holds($"{method} {status} {fields}", "9111 §4.4", expected, string.Join(" ", uris.Select(uri => uri.PathAndQuery + uri.Fragment)));
    }

    [Fact]
    public void A_declared_read_takes_nothing_away() =>
        Assert.Empty(Invalidation.Uris(Request(method: "POST") with { DeclaredRead = true }, Head("")));

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
