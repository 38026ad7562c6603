using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class InvalidationTests
{
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
    [InlineData("POST", 201, "Location: y#part|Content-Location: ../z", "/things/1?q=a /things/y /z")]
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
}
