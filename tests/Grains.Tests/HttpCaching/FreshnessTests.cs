using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class FreshnessTests
{
    [Theory]
    [InlineData("max-age", "9111 §5.2.2.1", "Cache-Control: max-age=60", 60d, LifetimeBasis.MaxAge)]
    [InlineData("s-maxage wins", "9111 §5.2.2.10", "Cache-Control: max-age=1, s-maxage=60|Expires: @-10", 60d, LifetimeBasis.SharedMaxAge)]
    [InlineData("s-maxage wins when shorter", "9111 §5.2.2.10", "Cache-Control: s-maxage=1|Cache-Control: max-age=60", 1d, LifetimeBasis.SharedMaxAge)]
    [InlineData("max-age over past Expires", "9111 §5.3", "Cache-Control: max-age=60|Expires: @-7200|Date: @0", 60d, LifetimeBasis.MaxAge)]
    [InlineData("max-age over invalid Expires", "9111 §5.3", "Cache-Control: max-age=60|Expires: 0", 60d, LifetimeBasis.MaxAge)]
    [InlineData("max-age 0 over future Expires", "9111 §5.3", "Cache-Control: max-age=0|Expires: @3600|Date: @0", 0d, LifetimeBasis.MaxAge)]
    [InlineData("invalid max-age over Expires", "9111 §4.2.1", "Cache-Control: max-age=soon|Expires: @3600", 0d, LifetimeBasis.MaxAge)]
    [InlineData("Expires", "9111 §5.3", "Expires: @60|Date: @0", 60d, LifetimeBasis.Expires)]
    [InlineData("Expires at Date", "9111 §5.3", "Expires: @0|Date: @0", 0d, LifetimeBasis.Expires)]
    [InlineData("Expires before Date", "9111 §4.2.1", "Expires: @300|Date: @400", 0d, LifetimeBasis.Expires)]
    [InlineData("Expires by an earlier Date", "9111 §4.2.1", "Expires: @10|Date: @-10", 20d, LifetimeBasis.Expires)]
    [InlineData("Expires without Date", "9110 §6.6.1", "Expires: @10", 10d, LifetimeBasis.Expires)]
    [InlineData("Expires with an invalid Date", "9110 §6.6.1", "Expires: @10|Date: foo", 10d, LifetimeBasis.Expires)]
    [InlineData("invalid Expires", "9111 §5.3", "Expires: 0|Date: @0", 0d, LifetimeBasis.Expires)]
    [InlineData("Expires of two lines", "9111 §4.2.1", "Expires: @60|Expires: @61|Date: @0", 0d, LifetimeBasis.Expires)]
    [InlineData("Expires beyond 2^31", "9111 §1.2.2", "Expires: Mon, 01 Jan 9990 00:00:00 GMT", 2147483648d, LifetimeBasis.Expires)]
    [InlineData("a tenth since Last-Modified", "9111 §4.2.2", "Last-Modified: @-1000|Date: @0", 100d, LifetimeBasis.Heuristic)]
    [InlineData("at most a day", "9111 §4.2.2", "Last-Modified: Tue, 01 Jan 2019 00:00:00 GMT", 86400d, LifetimeBasis.Heuristic)]
    [InlineData("modified later than made", "9111 §4.2.2", "Last-Modified: @10|Date: @0", 0d, LifetimeBasis.None)]
    [InlineData("no guess beside invalid Expires", "9111 §4.2.2", "Last-Modified: @-1000|Expires: 0", 0d, LifetimeBasis.Expires)]
    [InlineData("nothing", "9111 §4.2", "Date: @0", 0d, LifetimeBasis.None)]
    [InlineData("targeted", "9213 §2.1", "CDN-Cache-Control: max-age=60|Cache-Control: max-age=1, s-maxage=2|Expires: @9", 60d, LifetimeBasis.MaxAge)]
    [InlineData("targeted zero", "9213 §2.1", "CDN-Cache-Control: max-age=0|Cache-Control: max-age=60", 0d, LifetimeBasis.MaxAge)]
    [InlineData("targeted without lifetime", "9213 §2.1", "CDN-Cache-Control: public|Cache-Control: max-age=60|Expires: @9", 0d, LifetimeBasis.None)]
    [InlineData("targeted, parameters", "9213 §2.1", "CDN-Cache-Control: max-age=60;a=1|Cache-Control: max-age=1", 60d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, string for a number", "9213 §2.1", "CDN-Cache-Control: max-age=\"60\"|Cache-Control: max-age=1", 0d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, decimal for a number", "9213 §2.1", "CDN-Cache-Control: max-age=60.0", 0d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, negative", "9213 §2.1", "CDN-Cache-Control: max-age=-60", 0d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, invalid", "9213 §2.1", "CDN-Cache-Control: max-age=60,|Cache-Control: max-age=1", 1d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, capitals", "9213 §2.1", "CDN-Cache-Control: MAX-AGE=60|Cache-Control: max-age=1", 1d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, empty", "9213 §2.1", "CDN-Cache-Control: |Cache-Control: max-age=1", 1d, LifetimeBasis.MaxAge)]
    [InlineData("targeted, two lines", "9213 §2.1", "CDN-Cache-Control: public|CDN-Cache-Control: max-age=60", 60d, LifetimeBasis.MaxAge)]
    public void Lifetimes_have_an_order(string id, string section, string fields, double seconds, LifetimeBasis basis)
    {
        var lifetime = Freshness.Lifetime(Head(fields), Noon.Wall, Shared);
        Rule.Holds(id, section, new FreshnessLifetime(Seconds(seconds), basis), lifetime);
    }

    [Theory]
    [InlineData("s-maxage is not for it", "Cache-Control: s-maxage=60, max-age=1", 1d)]
    [InlineData("nor is what is targeted", "CDN-Cache-Control: max-age=60|Cache-Control: max-age=1", 1d)]
    public void A_private_cache_has_its_own_order(string id, string fields, double seconds) =>
        Rule.Holds(id, "9111 §5.2.2.10", Seconds(seconds), Freshness.Lifetime(Head(fields), Noon.Wall, Private).Span);

    [Theory]
    [InlineData("no-store by target", "CDN-Cache-Control: no-store|Cache-Control: max-age=60|Expires: @60", false)]
    [InlineData("no-store for others", "CDN-Cache-Control: max-age=60|Cache-Control: no-store, private;", true)]
    [InlineData("private by target", "CDN-Cache-Control: max-age=60, private=\"a\"", false)]
    [InlineData("false is not there", "CDN-Cache-Control: max-age=60, private=?0", true)]
    public void Targeted_directives_decide_on_keeping_too(string id, string fields, bool kept) => Rule.Holds(
        id, "9213 §2.1", kept, Storability.Decide(Request(), Response(fields), Shared) is Storability.Storable);

    [Theory]
    [InlineData(200, true)]
    [InlineData(203, true)]
    [InlineData(204, true)]
    [InlineData(300, true)]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(404, true)]
    [InlineData(405, true)]
    [InlineData(410, true)]
    [InlineData(414, true)]
    [InlineData(501, true)]
    [InlineData(201, false)]
    [InlineData(202, false)]
    [InlineData(302, false)]
    [InlineData(307, false)]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(504, false)]
    [InlineData(599, false)]
    public void Lifetimes_are_guessed_for_statuses_cacheable_by_default(int status, bool guessed)
    {
        var lifetime = Freshness.Lifetime(Head("Last-Modified: @-86400|Date: @0", status), Noon.Wall, Shared);
        Rule.Holds($"{status}", "9111 §4.2.2", guessed, lifetime.Basis == LifetimeBasis.Heuristic);
    }

    [Theory]
    [InlineData("none", "", 3d)]
    [InlineData("received", "Age: 30", 33d)]
    [InlineData("leading zeros", "Age: 0030", 33d)]
    [InlineData("first member", "Age: 7200,0", 7203d)]
    [InlineData("first member of zero", "Age: 0,7200", 3d)]
    [InlineData("first line", "Age: 7200|Age: 0", 7203d)]
    [InlineData("first line of zero", "Age: 0|Age: 7200", 3d)]
    [InlineData("no number", "Age: abc", 3d)]
    [InlineData("negative", "Age: -7200", 3d)]
    [InlineData("fraction", "Age: 7200.0", 3d)]
    [InlineData("parameter", "Age: 7200;foo=bar", 3d)]
    [InlineData("2^31", "Age: 2147483648", 2147483651d)]
    [InlineData("more", "Age: 99999999999999999999", 2147483651d)]
    [InlineData("old Date", "Date: @-100|Age: 30", 103d)]
    [InlineData("Date ahead", "Date: @100", 3d)]
    [InlineData("invalid Date", "Date: foo", 3d)]
    public void Ages_add_up(string id, string fields, double seconds) =>
        Rule.Holds(id, "9111 §4.2.3", Seconds(seconds), Freshness.Age(Stored(fields), After(3)));

    [Fact]
    public void The_time_the_answer_took_is_part_of_its_age()
    {
        var response = Response("Age: 10") with { RequestedAt = After(-4) };
        Assert.Equal(Seconds(14), Freshness.Age(StoredResponse.Of(Request(), response), Noon));
    }

    [Fact]
    public void A_step_of_the_wall_clock_changes_no_age()
    {
        var stored = Stored("Cache-Control: max-age=60");
        foreach (double step in (double[])[-86400, 86400])
        {
            var now = After(5) with { Wall = Noon.Wall.AddSeconds(step) };
            Assert.Equal(Seconds(5), Freshness.Age(stored, now));
        }
        Assert.Equal(TimeSpan.Zero, Freshness.Age(stored, Noon with { Steady = TimeSpan.Zero }));
    }

    [Fact]
    public void An_age_of_2_to_the_31_is_stale_by_any_lifetime() => Assert.IsType<ReuseDecision.MustRevalidate>(
        Reuse.Decide(Request(), [Stored("Cache-Control: max-age=99999999999|Age: 2147483648")], Shared, Noon));

    [Fact]
    public void Under_a_fixed_lifetime_only_the_time_it_was_kept_counts()
    {
        var policy = CachePolicy.SourceFor(CacheSharing.Shared, new(Seconds(60), Seconds(30), TimeSpan.Zero));
        var stored = Stored("Age: 3600|Cache-Control: max-age=0, no-cache, must-revalidate");
        Assert.IsType<ReuseDecision.Fresh>(Reuse.Decide(Request(), [stored], policy, After(59.9)));
        Assert.IsType<ReuseDecision.StaleWhileRevalidate>(Reuse.Decide(Request(), [stored], policy, After(60)));
        Assert.IsType<ReuseDecision.MustRevalidate>(Reuse.Decide(Request(), [stored], policy, After(90)));
    }
}
