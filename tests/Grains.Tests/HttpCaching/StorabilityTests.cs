using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class StorabilityTests
{
    private static readonly CachePolicy Fixed =
        CachePolicy.SourceFor(CacheSharing.Shared, new(Seconds(60), TimeSpan.Zero, TimeSpan.Zero));

    [Theory]
    [InlineData("explicit freshness", "9111 §3", 200, "Cache-Control: max-age=60", null)]
    [InlineData("any final status", "9111 §3", 599, "Cache-Control: max-age=60", null)]
    [InlineData("error with freshness", "9111 §3", 500, "Cache-Control: max-age=60", null)]
    [InlineData("redirect with freshness", "9111 §3", 302, "Expires: @60", null)]
    [InlineData("interim", "9111 §3", 103, "Cache-Control: max-age=60", NotStorableReason.InterimStatus)]
    [InlineData("part", "9111 §3.4", 206, "Cache-Control: max-age=60|Content-Range: bytes 0-9/20", NotStorableReason.Partial)]
    [InlineData("304", "9111 §4.3.4", 304, "Cache-Control: max-age=60|ETag: \"a\"", NotStorableReason.NotModified)]
    [InlineData("nothing at all", "9111 §3", 200, "", NotStorableReason.NothingToReuseBy)]
    [InlineData("validator only", "9111 §3", 200, "ETag: \"a\"", null)]
    [InlineData("unquoted validator only", "9111 §3", 200, "ETag: a", null)]
    [InlineData("heuristics", "9111 §4.2.2", 404, "Last-Modified: @-86400", null)]
    [InlineData("heuristics of a status without", "9111 §3", 201, "Last-Modified: @-86400", NotStorableReason.StatusNotCacheable)]
    [InlineData("the same with public", "9111 §3", 599, "Last-Modified: @-86400|Cache-Control: public", null)]
    [InlineData("no-store", "9111 §5.2.2.5", 200, "Cache-Control: max-age=60, no-store|Expires: @60", NotStorableReason.NoStore)]
    [InlineData("no-cache", "9111 §5.2.2.4", 200, "Cache-Control: max-age=60, no-cache", null)]
    [InlineData("private", "9111 §5.2.2.7", 200, "Cache-Control: private, max-age=60", NotStorableReason.Private)]
    [InlineData("malformed", "9111 §4.2.1", 200, "Cache-Control: max-age=60;", NotStorableReason.MalformedCacheControl)]
    [InlineData("malformed line", "9111 §4.2.1", 200, "Cache-Control: max-age=60|Cache-Control: a b", NotStorableReason.MalformedCacheControl)]
    [InlineData("must-understand, known", "9111 §5.2.2.3", 200, "Cache-Control: max-age=60, must-understand, no-store", null)]
    [InlineData("must-understand, unknown", "9111 §5.2.2.3", 599, "Cache-Control: max-age=60, must-understand", NotStorableReason.StatusNotUnderstood)]
    [InlineData("vary any", "9111 §4.1", 200, "Cache-Control: max-age=60|Vary: *", NotStorableReason.VaryAny)]
    [InlineData("set-cookie", "9111 §7.3", 200, "Cache-Control: max-age=60|Set-Cookie: a=b", null)]
    [InlineData("too short", "9111 §3.3", 200, "Cache-Control: max-age=60|Content-Length: 11", NotStorableReason.Incomplete)]
    [InlineData("long enough", "9111 §3.3", 200, "Cache-Control: max-age=60|Content-Length: 10", null)]
    public void A_shared_cache_keeps_what_the_fields_allow(string id, string section, int status, string fields, NotStorableReason? expected) =>
        Rule.Holds(id, section, expected, Reason(Request(), Response(fields, status), Shared));

    [Theory]
    [InlineData("private")]
    [InlineData("PRIVATE")]
    [InlineData("Private, max-age=60")]
    [InlineData("max-age=60 ,  private")]
    [InlineData(",,private,")]
    [InlineData("private=\"Set-Cookie\"")]
    [InlineData("private=Set-Cookie")]
    [InlineData("private; max-age=60")]
    [InlineData("private;")]
    [InlineData("max-age=60, private;")]
    [InlineData("no-store")]
    [InlineData("No-StOrE")]
    [InlineData("no-store=\"\"")]
    [InlineData("no-store=1, max-age=60")]
    [InlineData("max-age=60,\tno-store\t")]
    [InlineData("no-store;")]
    [InlineData("\"no-store\", max-age=60")]
    [InlineData("ext=\"a, b\", no-store")]
    [InlineData("ext=\"\\\"\", private")]
    public void No_spelling_of_private_or_no_store_is_kept_in_a_shared_cache(string spelling)
    {
        Rule.Holds(spelling, "9111 §5.2.2", true, Reason(Request(), Response($"Cache-Control: {spelling}|ETag: \"a\""), Shared) is not null);
        var own = Response($"Cache-Control: max-age=60|Expires: @60|cache-control: {spelling}|ETag: \"a\"");
        Rule.Holds(spelling, "9111 §5.2.2", true, Reason(Request(), own, Shared) is not null);
    }

    [Theory]
    [InlineData("nothing", "Expires: @60", NotStorableReason.Credential)]
    [InlineData("max-age", "Cache-Control: max-age=60", NotStorableReason.Credential)]
    [InlineData("public", "Cache-Control: max-age=60, public", null)]
    [InlineData("must-revalidate", "Cache-Control: max-age=60, must-revalidate", null)]
    [InlineData("s-maxage", "Cache-Control: s-maxage=60|ETag: \"a\"", null)]
    [InlineData("public in quotes", "Cache-Control: max-age=60, a=\"public\"", NotStorableReason.Credential)]
    public void An_answer_to_credentials_is_shared_only_if_it_says_so(string id, string fields, NotStorableReason? expected)
    {
        Rule.Holds(id, "9111 §3.5", expected, Reason(Request("Authorization: x"), Response(fields), Shared));
        Rule.Holds(id, "9111 §3.5", expected, Reason(Request() with { ClientCredential = true }, Response(fields), Shared));
        Rule.Holds(id, "9111 §3.5", null, Reason(Request("Authorization: x"), Response(fields), Private));
        var configured = Shared with { OperatorCredential = true };
        Rule.Holds(id, "9111 §3.5", null, Reason(Request("Authorization: x"), Response(fields), configured));
        Rule.Holds(id, "9111 §3.5", expected, Reason(Request() with { ClientCredential = true }, Response(fields), configured));
    }

    [Theory]
    [InlineData("private", "Cache-Control: private, max-age=60", null)]
    [InlineData("no-store", "Cache-Control: no-store", NotStorableReason.NoStore)]
    [InlineData("s-maxage only", "Cache-Control: s-maxage=60", NotStorableReason.NothingToReuseBy)]
    [InlineData("malformed", "Cache-Control: private;", NotStorableReason.MalformedCacheControl)]
    public void A_private_cache_goes_by_its_own_rules(string id, string fields, NotStorableReason? expected) =>
        Rule.Holds(id, "9111 §3", expected, Reason(Request(), Response(fields), Private));

    [Theory]
    [InlineData("HEAD", "", NotStorableReason.Method)]
    [InlineData("PUT", "", NotStorableReason.Method)]
    [InlineData("M-SEARCH", "", NotStorableReason.Method)]
    [InlineData("get", "", NotStorableReason.Method)]
    [InlineData("POST", "", NotStorableReason.Method)]
    [InlineData("POST", "Content-Location: /things/1?q=a", null)]
    [InlineData("POST", "Content-Location: /things/2", NotStorableReason.Method)]
    public void Methods_decide_first(string method, string fields, NotStorableReason? expected) =>
        Rule.Holds(method, "9110 §9.3", expected, Reason(Request(method: method), Response("Cache-Control: max-age=60|" + fields), Shared));

    [Fact]
    public void A_declared_read_is_kept_as_a_get_is() =>
        Assert.Null(Reason(Request(method: "POST") with { DeclaredRead = true }, Response("Cache-Control: max-age=60"), Shared));

    [Fact]
    public void A_response_that_was_cut_off_is_not_kept() => Assert.Equal(
        NotStorableReason.Incomplete, Reason(Request(), Response("Cache-Control: max-age=60") with { Complete = false }, Shared));

    [Fact]
    public void The_clients_no_store_counts_on_the_relay_only()
    {
        var request = Request("Cache-Control: no-store");
        var response = Response("Cache-Control: max-age=60");
        Assert.Equal(NotStorableReason.RequestNoStore, Reason(request, response, Shared));
        Assert.Null(Reason(request, response, CachePolicy.Source(CacheSharing.Shared)));
    }

    [Theory]
    [InlineData("whatever the fields say", "", 200, "Cache-Control: no-store, private;", null)]
    [InlineData("only successes", "", 404, "Cache-Control: max-age=60", NotStorableReason.NotOk)]
    [InlineData("no parts", "", 206, "", NotStorableReason.Partial)]
    [InlineData("no client's answer for all", "Authorization: x", 200, "", NotStorableReason.Credential)]
    [InlineData("no star", "", 200, "Vary: *", NotStorableReason.VaryAny)]
    public void A_fixed_lifetime_stands_above_the_directives(string id, string asked, int status, string fields, NotStorableReason? expected) =>
        Rule.Holds(id, "9111 §4.2.1", expected, Reason(Request(asked), Response(fields, status), Fixed));

    [Fact]
    public void What_is_kept_by_a_fixed_lifetime_only_is_invisible_to_who_goes_by_the_fields()
    {
        var stored = Stored("Cache-Control: no-store");
        Assert.True(Storability.IsVisible(stored, Fixed));
        Assert.False(Storability.IsVisible(stored, Shared));
        Assert.Equal(new ReuseDecision.Miss(MissReason.NothingStored), Reuse.Decide(Request(), [stored], Shared, Noon));
        Assert.IsType<ReuseDecision.Fresh>(Reuse.Decide(Request(), [stored], Fixed, Noon));
    }

    private static NotStorableReason? Reason(CacheRequest request, CacheResponse response, CachePolicy policy) =>
        (Storability.Decide(request, response, policy) as Storability.NotStorable)?.Reason;
}
