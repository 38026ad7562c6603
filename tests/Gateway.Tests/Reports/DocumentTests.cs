using System.IO.Compression;
using System.Net;
using System.Text;
using Aggregator.Identity;

namespace Aggregator.Gateway.Tests.Reports;

public sealed class DocumentTests
{
    private const string Path = "/reports/customer-overview?id=7";

    [Fact]
    public async Task Get_AnswersTheDocumentsBytes_WithItsHeaders()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(Path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"name":"Ada","total":1.10}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Header("Content-Type"));
        Assert.Equal("\"v1\"", response.Header("ETag"));
        Assert.Equal("no-cache", response.Header("Cache-Control"));
        Assert.Equal("Accept, Accept-Encoding", response.Header("Vary"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("total;dur=313.5, customer;dur=12.25;desc=\"ok\", vip;desc=\"skipped\"", response.Header("Server-Timing"));
        Assert.NotNull(response.Headers.Date);
        Assert.Null(response.Header("Report-Complete"));
        Assert.Null(response.Header("Server"));
    }

    [Fact]
    public async Task Get_AsksTheGrainOfTheKey_ForAsLongAsTheDeadline()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(Path);

        var (key, request) = gateway.Grains.Asked.Single();
        Assert.Equal("""{"id":7,"note":null,"tags":null}""", Encoding.UTF8.GetString(request.Parameters.Utf8));
        Assert.Equal(ReportKey.Of("hash-of-customer", request.Parameters, []), key);
        Assert.Equal("customer-overview", request.Report);
        Assert.Equal("hash-of-customer", request.DefinitionHash);
        Assert.InRange(request.Patience, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        Assert.False(request.JoinOnly);
    }

    [Fact]
    public async Task PartialDocument_SaysSo_AndNamesWhatIsMissing()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        gateway.Grains.Answers(Examples.Document(complete: false));

        using var response = await gateway.GetAsync(Path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("?0", response.Header("Report-Complete"));
        Assert.Equal("region", response.Header("Report-Missing"));
        Assert.Equal("no-cache", response.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("identity", "\"v1\"")]
    [InlineData("br", "\"v1-br\"")]
    [InlineData("gzip", "\"v1-gzip\"")]
    public async Task Coding_RoundTrips_AndHasATagOfItsOwn(string coding, string tag)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        var body = $$"""{"text":"{{new string('x', 100_000)}}"}""";
        gateway.Grains.Answers(Examples.Document(body));

        using var response = await gateway.GetAsync(Path, ("Accept-Encoding", coding));

        Assert.Equal(tag, response.Header("ETag"));
        Assert.Equal(coding == "identity" ? null : coding, response.Header("Content-Encoding"));
        Assert.Equal(body, await DecodedAsync(response));
        Assert.True(coding == "identity" || response.Content.Headers.ContentLength < 10_000);
    }

    [Theory]
    [InlineData("\"v1\"", "identity", true)]
    [InlineData("\"v1-br\"", "identity", true)]
    [InlineData("\"v1-gzip\"", "br", true)]
    [InlineData("W/\"v1\"", "br", true)]
    [InlineData("\"other\", W/\"a,b\", \"v1-br\"", "gzip", true)]
    [InlineData("*", "identity", true)]
    [InlineData("\"v2\"", "identity", false)]
    [InlineData("\"v1-deflate\"", "identity", false)]
    [InlineData("v1", "identity", false)]
    [InlineData("\"v1", "identity", false)]
    public async Task IfNoneMatch_AnyCodingsTagOfThisVersion_Is304(string tags, string coding, bool unchanged)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(Path, ("If-None-Match", tags), ("Accept-Encoding", coding));

        Assert.Equal(unchanged ? HttpStatusCode.NotModified : HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(coding == "identity" ? "\"v1\"" : $"\"v1-{coding}\"", response.Header("ETag"));
        Assert.Equal("Accept, Accept-Encoding", response.Header("Vary"));
        Assert.Equal("no-cache", response.Header("Cache-Control"));
        Assert.NotNull(response.Header("Server-Timing"));
        if (unchanged)
            Assert.Equal("", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task Head_HasTheHeadersOfAGet_AndNoBody(string coding)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var get = await gateway.GetAsync(Path, ("Accept-Encoding", coding));
        using var head = await gateway.SendAsync(HttpMethod.Head, Path, ("Accept-Encoding", coding));

        Assert.Equal(Fields(get), Fields(head));
        Assert.Equal((await get.Content.ReadAsByteArrayAsync()).Length, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task ForwardedHeaders_ReachTheGrain_AreInTheKeyAndInVary_AndMakeItPrivate()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Forwarding);

        using var response = await gateway.GetAsync(
            "/reports/forwarding", ("Accept-Language", "cs"), ("Authorization", "Bearer secret"), ("X-Other", "no"));

        var (key, request) = gateway.Grains.Asked.Single();
        Assert.Equal([new("accept-language", "cs"), new("authorization", "Bearer secret")], request.Forwarded);
        Assert.Equal(ReportKey.Of("hash-of-forwarding", CanonicalParameters.None, request.Forwarded), key);
        Assert.Equal("Accept, Accept-Encoding, accept-language, authorization", response.Header("Vary"));
        Assert.True(response.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task Envelope_TellsHowTheDocumentCameAbout()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        gateway.Grains.Answers(Examples.Document(complete: false));

        using var response = await gateway.GetAsync(Path, ("Accept", "application/vnd.aggregator.report+json"));

        Assert.Equal("application/vnd.aggregator.report+json", response.Header("Content-Type"));
        Assert.Null(response.Header("ETag"));
        Assert.Equal(
            Json.OneLine("""
            {"report":"customer-overview","parameters":{"id":7,"note":null,"tags":null},"compiledAt":"2026-11-24T09:00:00.250Z","complete":false,
            "version":"v1","sources":{
            "customer":{"state":"ok","cache":"miss","attempts":1,"startedMs":0.5,"durationMs":12.25,"bytes":120,"error":null},
            "vip":{"state":"skipped","cache":"off","attempts":0,"startedMs":null,"durationMs":null,"bytes":0,"error":null},
            "region":{"state":"default","cache":"miss","attempts":2,"startedMs":13,"durationMs":300,"bytes":0,"error":"timeout"}},
            "data":{"name":"Ada","total":1.10}}
            """),
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Envelope_IsCompressedToo_AndIgnoresIfNoneMatch()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(
            Path, ("Accept", "application/vnd.aggregator.report+json"), ("Accept-Encoding", "gzip"), ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"data\":{\"name\":\"Ada\"", await DecodedAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wait=2", 2, "wait=2")]
    [InlineData("respond-async, WAIT=\"30\"", 30, "wait=30")]
    [InlineData("wait=99999", 3600, "wait=3600")]
    [InlineData("wait=1.5", 5, null)]
    public async Task PreferWait_IsThePatience_AndIsSaidToBeApplied(string prefer, int seconds, string? applied)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(Path, ("Prefer", prefer));

        Assert.InRange(gateway.Grains.LastRequest.Patience.TotalSeconds, seconds - 1, seconds);
        Assert.Equal(applied, response.Header("Preference-Applied"));
        Assert.Equal("no-cache", response.Header("Cache-Control"));
    }

    [Fact]
    public async Task PreferWait_PartialDocument_IsNotStored()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        gateway.Grains.Answers(Examples.Document(complete: false));

        using var response = await gateway.GetAsync(Path, ("Prefer", "wait=2"));

        Assert.Equal("no-store", response.Header("Cache-Control"));
    }

    private static IEnumerable<string> Fields(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers)
            .Where(field => field.Key != "Date")
            .Select(field => $"{field.Key}: {string.Join(", ", field.Value)}")
            .Order(StringComparer.Ordinal);

    private static async Task<string> DecodedAsync(HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync();
        await using Stream plain = response.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync();
    }
}
