using System.Text;
using Aggregator.Gateway.Requests;

namespace Aggregator.Gateway.Tests.Requests;

public sealed class RouteBodyTests
{
    [Theory]
    [InlineData("{}", "7", """{"id":7}""")]
    [InlineData(" { } ", "7", """{"id":7 } """)]
    [InlineData("""{"note":"x"}""", "7", """{"id":7,"note":"x"}""")]
    [InlineData("""{"note":"x"}""", "seven", """{"id":"seven","note":"x"}""")]
    [InlineData("{}", "7,\"note\":1", """{"id":"7,\"note\":1"}""")]
    [InlineData("{}", "7 8", """{"id":"7 8"}""")]
    [InlineData("{}", "null", """{"id":"null"}""")]
    [InlineData("{}", "č", """{"id":"č"}""")]
    [InlineData("[1]", "7", "[1]")]
    [InlineData("", "7", "")]
    public void Join_PutsThePathsParametersBeforeTheBodys(string body, string id, string expected)
    {
        var joined = RouteBody.Join(Encoding.UTF8.GetBytes(body), [new("id", id)], Examples.Order.Parameters);

        Assert.Equal(expected, Encoding.UTF8.GetString(joined.Span));
    }
}
