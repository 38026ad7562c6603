using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class HopByHopTests
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
    [InlineData("what is for everybody stays", "Connection: Cache-Control, vary|Vary: x|Cache-Control: private", "a,Vary,Cache-Control,b,c")]
    [InlineData("none named", "Connection: close", "a,b,c")]
    public void What_connection_names_goes_with_it(string id, string connection, string expected) => Rule.Holds(
        id, "9110 §7.6.1", expected, string.Join(",", HopByHop.Remove(Fields($"a: 1|{connection}|b: 2|c: 3")).Select(line => line.Name)));
}
