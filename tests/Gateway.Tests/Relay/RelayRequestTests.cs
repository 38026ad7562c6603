using System.Net;
using System.Text;
using Aggregator.Identity;
using Aggregator.Resources;

namespace Aggregator.Gateway.Tests.Relay;

/// <summary>What of a client's request reaches the shard.</summary>
public sealed class RelayRequestTests
{
    [Theory]
    [InlineData("/relay/crm/a%2Fb/%7Ec?x=%2f&y=a+b", "/a%2Fb/%7Ec?x=%2f&y=a+b")]
    [InlineData("/relay/crm/?", "/?")]
    [InlineData("http://HOST/relay/crm/a?b", "/a?b")]
    public async Task Target_IsTheClients_OctetForOctet(string target, string asked)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);

        await RawHttp.GetAsync(gateway.Address, target.Replace("HOST", gateway.Address.Authority, StringComparison.Ordinal));

        Assert.Equal(new("crm", asked), gateway.Shards.LastRequest.Address);
        Assert.Equal(new ResourceAddress("crm", asked).Shard, gateway.Shards.Asked.Single().Shard);
        Assert.Equal("hash-of-crm", gateway.Shards.LastRequest.UpstreamHash);
        Assert.Equal(ResourceUse.Relay, gateway.Shards.LastRequest.Use);
    }

    [Theory]
    [InlineData("/relay/crm/a/../b", 400)]
    [InlineData("/relay/crm/a/%2e%2e/b", 400)]
    [InlineData("/relay/crm/a//b", 400)]
    [InlineData("/relay/crm", 400)]
    [InlineData("/relay/other/a", 404)]
    [InlineData("/relay/closed/a", 404)]
    [InlineData("/relay/narrow/secret", 404)]
    [InlineData("/relay/narrow/orders2", 404)]
    [InlineData("/relay/narrow/%6Frders", 404)]
    [InlineData("/relay/narrow/orders%2F..%2Fsecret", 400)]
    [InlineData("/relay/narrow/orders", 200)]
    [InlineData("/relay/narrow/orders/", 200)]
    [InlineData("/relay/narrow/orders/7?secret", 200)]
    public async Task Target_ThatIsNotRelayed_IsRefused(string target, int status)
    {
        var closed = Examples.Crm with { Name = "closed", Relay = null };
        var narrow = Examples.Crm with { Name = "narrow", Relay = new() { Methods = ["GET"], Paths = ["/orders"], MaxBody = 10 } };
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm, closed, narrow);

        var answer = await RawHttp.GetAsync(gateway.Address, target);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(status == 200 ? 1 : 0, gateway.Shards.Asked.Count);
        Assert.Equal(status != 200, answer.Contains("application/problem+json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "GET,HEAD", null)]
    [InlineData("HEAD", "GET,HEAD", null)]
    [InlineData("POST", "GET,HEAD", "GET, HEAD")]
    [InlineData("get", "GET,HEAD", "GET, HEAD")]
    [InlineData("DELETE", "", null)]
    [InlineData("FOO", "", null)]
    [InlineData("M-SEARCH", "", null)]
    [InlineData("TRACE", "", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")]
    public async Task Method_ThatIsNotAllowed_IsRefused(string method, string allowed, string? allow)
    {
        var relay = new RelayDescriptor { Methods = [.. allowed.Split(',', StringSplitOptions.RemoveEmptyEntries)], Paths = [], MaxBody = 10 };
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm with { Relay = relay });

        var answer = await RawHttp.SendAsync(gateway.Address, $"{method} /relay/crm/a");

        if (allow is null)
        {
            Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
            Assert.Equal(method, gateway.Shards.LastRequest.Method);
            return;
        }

        Assert.StartsWith("HTTP/1.1 405 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\r\nAllow: {allow}\r\n", answer, StringComparison.Ordinal);
        Assert.Empty(gateway.Shards.Asked);
    }

    [Fact]
    public async Task Fields_EndToEndOnesPass_InTheirOrder_AsOctets()
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);

        await RawHttp.SendAsync(gateway.Address, "GET /relay/crm/a",
        [
            "X-One: b", "x-latin: caf\u00e9 \u00ff", "X-One: a", "Authorization: Bearer t", "Cookie: a=b", "X-Forwarded-For: 10.0.0.1", "Forwarded: for=x",
            "Accept-Encoding: gzip, br", "Range: bytes=0-1", "If-None-Match: \"a\"", "Cache-Control: no-cache", "Via: 1.0 there", "Req-Num: 1",
        ]);

        var lines = gateway.Shards.LastRequest.Headers;
        Assert.Equal(["b", "a"], Values(lines, "X-One"));
        Assert.Equal(["caf\u00e9 \u00ff"], Values(lines, "X-Latin"));
        Assert.Equal(
            "accept-encoding authorization cache-control cookie forwarded if-none-match range req-num via x-forwarded-for x-latin x-one x-one",
            string.Join(' ', lines.Select(line => line.Name.ToLowerInvariant()).Order()));
    }

    [Fact]
    public async Task Fields_OfTheConnection_AreDropped_AndThoseItNames()
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);

        await RawHttp.SendAsync(gateway.Address, "GET /relay/crm/a",
        [
            "Connection: X-Private , keep-alive, Cache-Control", "Connection: x-other", "X-Private: 1", "X-Other: 2", "Keep-Alive: timeout=5", "TE: trailers",
            "Trailer: X", "Upgrade: h2c", "Proxy-Authorization: Basic x", "Proxy-Connection: close", "Expect: 100-continue",
            "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "tracestate: a=b", "Cache-Control: no-store", "X-Kept: 3",
        ]);

        Assert.Equal(["cache-control", "x-kept"], gateway.Shards.LastRequest.Headers.Select(line => line.Name.ToLowerInvariant()).Order());
    }

    [Theory]
    [InlineData("Connection: close, X-Hop")]
    [InlineData("Connection: X-Hop,close")]
    [InlineData("Connection: , x-hop ,")]
    [InlineData("Connection: keep-alive, HTTP2-Settings, TE, X-Hop")]
    public async Task Fields_ThatConnectionNames_AreDropped_HoweverItIsWritten(string connection)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);

        await RawHttp.SendAsync(gateway.Address, "GET /relay/crm/a", ["X-Hop: 1", connection]);

        Assert.Empty(gateway.Shards.LastRequest.Headers);
    }

    [Theory]
    [InlineData("POST", "Content-Length: 5", "a\u00ff\0bc", "a\u00ff\0bc", false, ResourceCachingMode.Http)]
    [InlineData("POST", "Transfer-Encoding: chunked", "3\r\nabc\r\n2\r\nde\r\n0\r\nX-Trailer: 1\r\n\r\n", "abcde", false, ResourceCachingMode.Http)]
    [InlineData("DELETE", null, "", null, false, ResourceCachingMode.Http)]
    [InlineData("POST", "Content-Length: 0", "", null, false, ResourceCachingMode.Http)]
    [InlineData("GET", null, "", null, true, ResourceCachingMode.Http)]
    [InlineData("HEAD", "Content-Length: 0", "", null, true, ResourceCachingMode.Http)]
    [InlineData("GET", "Content-Length: 2", "{}", "{}", false, ResourceCachingMode.Off)]
    public async Task Body_PassesWhole(string method, string? framing, string sent, string? body, bool safe, ResourceCachingMode caching)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);

        await RawHttp.SendAsync(gateway.Address, $"{method} /relay/crm/a", framing is null ? ["Content-Type: a/b"] : [framing, "Content-Type: a/b"], sent);

        var request = gateway.Shards.LastRequest;
        Assert.Equal(body, request.Body is { } bytes ? Encoding.Latin1.GetString(bytes) : null);
        Assert.Equal(safe, request.Safe);
        Assert.Equal(caching, request.Caching.Mode);
        Assert.Equal("Content-Type", Assert.Single(request.Headers).Name);
    }

    [Theory]
    [InlineData(100_000, true, HttpStatusCode.OK)]
    [InlineData(99_000, false, HttpStatusCode.OK)]
    [InlineData(100_001, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(100_001, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Body_IsBounded(int length, bool announced, HttpStatusCode status)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/relay/crm/a") { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = !announced;

        using var response = await gateway.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? length : null, gateway.Shards.Asked.SingleOrDefault().Request?.Body?.Length);
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("Authorization: a", "authorization: a", true)]
    [InlineData("Authorization: a", "Authorization: b", false)]
    [InlineData("Authorization: a", "", false)]
    [InlineData("Cookie: s=1", "Cookie: s=2", false)]
    [InlineData("X-Auth-Token: a", "X-Auth-Token: b", false)]
    [InlineData("X-Api-Key: a", "Authorization: a", false)]
    [InlineData("Accept-Language: cs", "Accept-Language: en", true)]
    public async Task Identity_IsWhatTheCredentialsSay(string one, string other, bool same)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);

        await RawHttp.SendAsync(gateway.Address, "GET /relay/crm/a", one.Length == 0 ? [] : [one]);
        await RawHttp.SendAsync(gateway.Address, "GET /relay/crm/a", other.Length == 0 ? [] : [other]);

        var identities = gateway.Shards.Asked.Select(asked => asked.Request.Identity).ToList();
        Assert.Equal(same, identities[0] == identities[1]);
        Assert.Equal(one.Length == 0 || one.StartsWith("Accept", StringComparison.Ordinal), identities[0].Length == 0);
    }

    private static IEnumerable<string> Values(IEnumerable<HeaderLine> lines, string name) =>
        lines.Where(line => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value);
}
