using System.Net;
using System.Text;
using Aggregator.Catalog;

namespace Aggregator.Gateway.Tests.Operator;

/// <summary>Who gets in at which listener, and what purging answers.</summary>
public sealed class OperatorListenerTests
{
    private const string Purge = "/admin/purge";

    [Fact]
    public async Task Purge_OfWhatIsThere_Is204_AndReachesTheCatalog()
    {
        await using var gateway = await StartAsync();

        foreach (var body in new[] { """{"report":"customer-overview"}""", """{"upstream":"crm"}""", """{"tag":"any at all"}""" })
        {
            using var response = await PostAsync(gateway, body);
            Assert.Equal((HttpStatusCode.NoContent, "no-store"), (response.StatusCode, response.Header("Cache-Control")));
        }

        Assert.Equal(
            [new(PurgeKind.Report, "customer-overview"), new(PurgeKind.Upstream, "crm"), new(PurgeKind.Tag, "any at all")],
            gateway.Purges.Generations.Purges.OrderBy(purge => purge.Value).Select(purge => purge.Key));
    }

    [Fact]
    public async Task Purge_MakesTheNextRequestAMiss_AlsoWhenNoMessageComes()
    {
        await using var gateway = await StartAsync();
        gateway.Purges.IsMute = true;
        gateway.Grains.Keeps(Examples.Document(), gateway.Purges.Generations.Stamp);
        using var first = await gateway.GetAsync("/reports/customer-overview?id=7");
        using var purged = await PostAsync(gateway, """{"report":"customer-overview"}""");
        using var second = await gateway.GetAsync("/reports/customer-overview?id=7");

        Assert.Equal(2, gateway.Grains.Asked.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"report":"customer-overview","tag":"a"}""")]
    [InlineData("""{"report":"customer-overview","report":"customer-overview"}""")]
    [InlineData("""{"reports":"customer-overview"}""")]
    [InlineData("""{"report":["customer-overview"]}""")]
    [InlineData("""{"tag":""}""")]
    [InlineData("""{"tag":null}""")]
    [InlineData("""{"tag":"\ud800"}""")]
    [InlineData("""{"tag":"a"} x""")]
    public async Task Purge_OfAnythingButOneSubject_Is400(string body)
    {
        await using var gateway = await StartAsync();
        using var response = await PostAsync(gateway, body);

        Assert.Equal((HttpStatusCode.BadRequest, "urn:aggregator:problem:bad-request"), (response.StatusCode, await TypeOf(response)));
        Assert.Empty(gateway.Purges.Generations.Purges);
    }

    [Theory]
    [InlineData("""{"report":"customer-overvew"}""", "unknown-report", "customer-overview")]
    [InlineData("""{"upstream":"crn"}""", "unknown-upstream", "crm")]
    public async Task Purge_OfWhatIsNotThere_Is404_WithNearNames(string body, string type, string near)
    {
        await using var gateway = await StartAsync();
        using var response = await PostAsync(gateway, body);

        var problem = await response.JsonAsync();
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal((type, near), (problem.GetProperty("type").GetString()?.Split(':')[^1], problem.GetProperty("near")[0].GetString()));
    }

    [Fact]
    public async Task Purge_ByAnotherMethod_Is405_AndAnotherType415()
    {
        await using var gateway = await StartAsync();
        using var get = await SendAsync(gateway, HttpMethod.Get, Purge);
        using var text = await SendAsync(gateway, HttpMethod.Post, Purge, content: new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (get.StatusCode, get.Header("Allow")));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, text.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer wrong")]
    [InlineData("Basic the operator's key")]
    [InlineData("Bearer the operator's key, Bearer the operator's key")]
    public async Task WithoutTheKey_EverythingIs401(string? authorization)
    {
        await using var gateway = await StartAsync();
        foreach (var path in new[] { Purge, "/", "/reports", "/nothing" })
        {
            using var response = await SendAsync(gateway, HttpMethod.Get, path, authorization);
            Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (response.StatusCode, response.Header("WWW-Authenticate")));
        }
    }

    [Fact]
    public async Task TheListeners_ShareNoPath_WhateverARequestSaysOfItself()
    {
        await using var gateway = await StartAsync();
        (Uri Own, Uri Other)[] listeners = [(gateway.Address, gateway.OperatorAddress), (gateway.OperatorAddress, gateway.Address)];
        foreach (var (own, other) in listeners)
        {
            var foreign = own == gateway.Address ? Purge : "/reports";
            foreach (var (name, value) in new[]
            {
                ("Host", other.Authority), ("X-Forwarded-Host", other.Authority), ("X-Forwarded-Port", $"{other.Port}"),
                ("X-Forwarded-For", "127.0.0.1"), ("Forwarded", $"host={other.Authority};for=127.0.0.1"), ("X-Original-URL", "/admin/purge"),
            })
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(own, foreign)) { Content = new StringContent("""{"tag":"a"}""", Encoding.UTF8, "application/json") };
                request.Headers.TryAddWithoutValidation(name, value);
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + TestGateway.OperatorKey);
                using var response = await gateway.Client.SendAsync(request);
                Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            }

            Assert.StartsWith("HTTP/1.1 40", await RawHttp.GetAsync(own, $"http://{other.Authority}{foreign}"), StringComparison.Ordinal);
        }

        Assert.Empty(gateway.Purges.Generations.Purges);
    }

    private static Task<TestGateway> StartAsync() => TestGateway.StartAsync(Examples.Customer with { Upstreams = ["crm"] });

    private static Task<HttpResponseMessage> PostAsync(TestGateway gateway, string body) =>
        SendAsync(gateway, HttpMethod.Post, Purge, content: new StringContent(body, Encoding.UTF8, "application/json"));

    private static Task<HttpResponseMessage> SendAsync(
        TestGateway gateway, HttpMethod method, string path, string? authorization = "Bearer " + TestGateway.OperatorKey, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, new Uri(gateway.OperatorAddress, path)) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return gateway.Client.SendAsync(request);
    }

    private static async Task<string?> TypeOf(HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("type").GetString();
}
