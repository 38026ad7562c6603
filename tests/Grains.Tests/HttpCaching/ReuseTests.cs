using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class ReuseTests
{
    // Outcomes in one word: a decision's name, with its reason.
    [Theory]
    [InlineData("fresh", "9111 §4.2", "", "max-age=60", 59.9, "Fresh")]
    [InlineData("end of life", "9111 §4.2", "", "max-age=60", 60, "Stale")]
    [InlineData("stale", "9111 §4.2.4", "", "max-age=60", 61, "Stale")]
    [InlineData("never fresh", "9111 §4.2", "", "max-age=0", 0, "Stale")]
    [InlineData("no-cache", "9111 §5.2.2.4", "", "max-age=60, No-CaChE", 0, "NoCache")]
    [InlineData("no-cache with names", "9111 §5.2.2.4", "", "max-age=60, no-cache=\"a\"", 0, "NoCache")]
    [InlineData("must-revalidate, fresh", "9111 §5.2.2.2", "", "max-age=60, must-revalidate", 1, "Fresh")]
    [InlineData("must-revalidate, stale", "9111 §5.2.2.2", "", "max-age=60, must-revalidate, stale-while-revalidate=60", 61, "MustRevalidate")]
    [InlineData("proxy-revalidate, stale", "9111 §5.2.2.8", "", "max-age=60, proxy-revalidate, stale-while-revalidate=60", 61, "ProxyRevalidate")]
    [InlineData("s-maxage, stale", "9111 §5.2.2.10", "", "s-maxage=60, stale-while-revalidate=60", 61, "SharedMaxAge")]
    [InlineData("within the window", "5861 §3", "", "max-age=60, stale-while-revalidate=30", 89.9, "StaleWhileRevalidate")]
    [InlineData("at the window's end", "5861 §3", "", "max-age=60, stale-while-revalidate=30", 90, "Stale")]
    [InlineData("a window that is no number", "5861 §3", "", "max-age=60, stale-while-revalidate=soon", 61, "Stale")]
    [InlineData("no window", "5861 §3", "", "max-age=60, stale-while-revalidate=0", 60, "Stale")]
    [InlineData("stale-if-error is no window", "5861 §4", "", "max-age=60, stale-if-error=30", 61, "Stale")]
    [InlineData("max-age 0", "9111 §5.2.1.1", "max-age=0", "max-age=60", 1, "RequestMaxAge")]
    [InlineData("max-age 0 at once", "9111 §5.2.1.1", "max-age=0", "max-age=60", 0, "RequestMaxAge")]
    [InlineData("max-age not exceeded", "9111 §5.2.1.1", "max-age=5", "max-age=60", 5, "Fresh")]
    [InlineData("max-age exceeded", "9111 §5.2.1.1", "max-age=5", "max-age=60", 6, "RequestMaxAge")]
    [InlineData("max-age lets no window pass", "9111 §5.2.1.1", "max-age=5", "max-age=60, stale-while-revalidate=60", 61, "RequestMaxAge")]
    [InlineData("min-fresh met", "9111 §5.2.1.3", "min-fresh=10", "max-age=60", 50, "Fresh")]
    [InlineData("min-fresh not met", "9111 §5.2.1.3", "min-fresh=10", "max-age=60", 51, "RequestMinFresh")]
    [InlineData("min-fresh lets no window pass", "9111 §5.2.1.3", "min-fresh=1", "max-age=60, stale-while-revalidate=60", 61, "RequestMinFresh")]
    [InlineData("max-stale met", "9111 §5.2.1.2", "max-stale=10", "max-age=60", 70, "StaleByRequest")]
    [InlineData("max-stale not met", "9111 §5.2.1.2", "max-stale=10", "max-age=60", 71, "Stale")]
    [InlineData("max-stale without end", "9111 §5.2.1.2", "max-stale", "max-age=60", 9999999, "StaleByRequest")]
    [InlineData("max-stale that is no number", "9111 §5.2.1.2", "max-stale=soon", "max-age=60", 61, "Stale")]
    [InlineData("max-stale against must-revalidate", "9111 §5.2.2.2", "max-stale", "max-age=60, must-revalidate", 61, "MustRevalidate")]
    [InlineData("no-cache asked", "9111 §5.2.1.4", "no-cache", "max-age=60", 1, "RequestNoCache")]
    [InlineData("no-store asked", "9111 §5.2.1.5", "no-store", "max-age=60", 1, "RequestNoStore")]
    [InlineData("only-if-cached, fresh", "9111 §5.2.1.7", "only-if-cached", "max-age=60", 1, "Fresh")]
    [InlineData("only-if-cached, stale", "9111 §5.2.1.7", "only-if-cached", "max-age=60", 61, "GatewayTimeout")]
    [InlineData("unknown directive", "9111 §5.2.3", "nothing-to-see-here", "max-age=60", 1, "Fresh")]
    [InlineData("malformed directive", "9111 §5.2", "foo bar", "max-age=60", 1, "Fresh")]
    public void A_stored_response_is_used_or_not_and_says_why(
        string id, string section, string asked, string answered, double seconds, string expected)
    {
        var request = Request(asked.Length == 0 ? "" : $"Cache-Control: {asked}");
        Rule.Holds(id, section, expected, Word(Reuse.Decide(request, [Stored($"Cache-Control: {answered}")], Shared, After(seconds))));
    }

    [Theory]
    [InlineData("no-cache", "9111 §5.4", "Pragma: no-cache", "RequestNoCache")]
    [InlineData("extension", "9111 §5.4", "Pragma: foo", "Fresh")]
    [InlineData("beside Cache-Control", "9111 §5.4", "Pragma: no-cache|Cache-Control: foo", "Fresh")]
    public void Pragma_counts_where_there_is_no_cache_control(string id, string section, string asked, string expected) =>
        Rule.Holds(id, section, expected, Word(Reuse.Decide(Request(asked), [Stored("Cache-Control: max-age=60")], Shared, Noon)));

    [Fact]
    public void Pragma_in_a_response_means_nothing() =>
        Assert.Equal("Fresh", Word(Reuse.Decide(Request(), [Stored("Cache-Control: max-age=60|Pragma: no-cache")], Shared, Noon)));

    [Theory]
    [InlineData("no-cache")]
    [InlineData("no-store")]
    [InlineData("max-age=0")]
    [InlineData("only-if-cached, min-fresh=600")]
    public void For_a_source_the_requests_directives_mean_nothing(string asked)
    {
        var policy = CachePolicy.Source(CacheSharing.Shared);
        var request = Request($"Cache-Control: {asked}|Pragma: no-cache");
        Assert.Equal("Fresh", Word(Reuse.Decide(request, [Stored("Cache-Control: max-age=60")], policy, After(1))));
        Assert.Equal("Asked", Word(Reuse.Decide(request with { Revalidate = true }, [Stored("Cache-Control: max-age=60")], policy, After(1))));
    }

    [Theory]
    [InlineData("proxy-revalidate", "max-age=60, proxy-revalidate, stale-while-revalidate=60")]
    [InlineData("s-maxage", "s-maxage=1, max-age=60, stale-while-revalidate=60")]
    public void What_is_for_shared_caches_only_does_not_bind_a_private_one(string id, string answered)
    {
        var decision = Reuse.Decide(Request(), [Stored($"Cache-Control: {answered}")], Private, After(61));
        Rule.Holds(id, "9111 §5.2.2", "StaleWhileRevalidate", Word(decision));
    }

    [Fact]
    public void Nothing_stored_is_a_miss_or_a_504()
    {
        Assert.Equal("NothingStored", Word(Reuse.Decide(Request(), [], Shared, Noon)));
        Assert.Equal("GatewayTimeout", Word(Reuse.Decide(Request("Cache-Control: only-if-cached"), [], Shared, Noon)));
    }

    [Theory]
    [InlineData("HEAD", "Fresh")]
    [InlineData("GET", "Fresh")]
    [InlineData("POST", "Method")]
    [InlineData("get", "Method")]
    public void Only_reads_are_answered_from_the_store(string method, string expected) => Rule.Holds(
        method, "9111 §4", expected, Word(Reuse.Decide(Request(method: method), [Stored("Cache-Control: max-age=60")], Shared, Noon)));

    [Fact]
    public void Of_several_that_match_the_most_recent_by_date_counts()
    {
        var older = Stored("Cache-Control: max-age=60|Date: @-20|A: 1", at: After(0));
        var newer = Stored("Cache-Control: max-age=60|Date: @-10|A: 2", at: After(-1));
        Assert.Same(newer, Reuse.Choose(Request(), [older, newer], Shared));
        Assert.Same(newer, Reuse.Choose(Request(), [newer, older], Shared));
    }

    [Fact]
    public void A_later_response_that_may_not_be_kept_leaves_the_older_fresh_one_in_use()
    {
        var stored = Stored("Cache-Control: max-age=60");
        Assert.IsType<Storability.NotStorable>(Storability.Decide(Request(), Response("Cache-Control: no-store"), Shared));
        Assert.Equal("Fresh", Word(Reuse.Decide(Request(), [stored], Shared, After(30))));
    }

    private static string Word(ReuseDecision decision) => decision switch
    {
        ReuseDecision.MustRevalidate validation => validation.Reason.ToString(),
        ReuseDecision.Miss miss => miss.Reason.ToString(),
        _ => decision.GetType().Name,
    };
}
