using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class StaleIfErrorTests
{
    [Theory]
    [InlineData("503 within", 503, "max-age=60, stale-if-error=30", 89, "Serve")]
    [InlineData("500 within", 500, "max-age=60, stale-if-error=30", 89, "Serve")]
    [InlineData("no answer within", 0, "max-age=60, stale-if-error=30", 89, "Serve")]
    [InlineData("at its end", 503, "max-age=60, stale-if-error=30", 90, "PastLimit")]
    [InlineData("after its end", 0, "max-age=60, stale-if-error=30", 91, "PastLimit")]
    [InlineData("still fresh", 503, "max-age=60, stale-if-error=30", 10, "Serve")]
    [InlineData("404 is an answer", 404, "max-age=60, stale-if-error=30", 70, "NotAnError")]
    [InlineData("599", 599, "max-age=60, stale-if-error=30", 70, "Serve")]
    [InlineData("999 is an answer", 999, "max-age=60, stale-if-error=30", 70, "NotAnError")]
    [InlineData("nothing allows it", 503, "max-age=60", 61, "NotAllowed")]
    [InlineData("a limit that is no number", 503, "max-age=60, stale-if-error=x", 61, "NotAllowed")]
    [InlineData("must-revalidate", 503, "max-age=60, must-revalidate, stale-if-error=30", 70, "Forbidden")]
    [InlineData("proxy-revalidate", 0, "max-age=60, proxy-revalidate, stale-if-error=30", 70, "Forbidden")]
    [InlineData("s-maxage", 0, "s-maxage=60, stale-if-error=30", 70, "Forbidden")]
    [InlineData("no-cache", 0, "max-age=60, no-cache, stale-if-error=30", 70, "Forbidden")]
    public void A_stale_response_stands_in_for_a_failing_upstream_within_its_limit(
        string id, int status, string answered, double seconds, string expected)
    {
        var failure = status == 0 ? UpstreamFailure.NoAnswer : new UpstreamFailure(status);
        var decision = StaleIfError.Decide(Request(), Stored($"Cache-Control: {answered}"), failure, Shared, After(seconds));
        Rule.Holds(id, "5861 §4", expected, decision is StaleIfError.Refuse refused ? refused.Reason.ToString() : "Serve");
    }

    [Fact]
    public void The_client_and_the_definition_may_allow_stale_on_error_too()
    {
        var stored = Stored("Cache-Control: max-age=60");
        var asking = Request("Cache-Control: stale-if-error=30");
        Assert.IsType<StaleIfError.Serve>(StaleIfError.Decide(asking, stored, UpstreamFailure.NoAnswer, Shared, After(80)));
        Assert.IsType<StaleIfError.Refuse>(StaleIfError.Decide(asking, stored, UpstreamFailure.NoAnswer, Shared, After(91)));
        var defined = CachePolicy.SourceFor(CacheSharing.Shared, new(Seconds(10), TimeSpan.Zero, Seconds(20)));
        Assert.IsType<StaleIfError.Serve>(StaleIfError.Decide(Request(), stored, new(502), defined, After(29)));
        Assert.IsType<StaleIfError.Refuse>(StaleIfError.Decide(Request(), stored, new(502), defined, After(30)));
    }
}
