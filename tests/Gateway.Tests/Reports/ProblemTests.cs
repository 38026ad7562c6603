using System.Net;
using System.Text.RegularExpressions;
using Aggregator.Gateway.Problems;
using Aggregator.Reports;

namespace Aggregator.Gateway.Tests.Reports;

public sealed partial class ProblemTests
{
    [Theory]
    [InlineData(ReportFailureKind.UpstreamFailed, 502, "upstream-failed")]
    [InlineData(ReportFailureKind.TooSlow, 504, "too-slow")]
    [InlineData(ReportFailureKind.NotFound, 404, "not-found")]
    [InlineData(ReportFailureKind.Unauthenticated, 401, "unauthenticated")]
    [InlineData(ReportFailureKind.Forbidden, 403, "forbidden")]
    [InlineData(ReportFailureKind.BadParameter, 400, "bad-parameter")]
    [InlineData(ReportFailureKind.Expression, 502, "expression")]
    [InlineData(ReportFailureKind.DocumentTooLarge, 502, "document-too-large")]
    [InlineData(ReportFailureKind.Throttled, 503, "throttled")]
    [InlineData(ReportFailureKind.DefinitionUnavailable, 503, "definition-unavailable")]
    [InlineData(ReportFailureKind.Lost, 502, "lost")]
    public async Task Failure_BecomesItsStatus_AndNamesTheSources(ReportFailureKind kind, int status, string type)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        gateway.Grains.Fails(Examples.Failure(kind));

        using var response = await gateway.GetAsync("/reports/customer-overview?id=7");

        var problem = await response.JsonAsync();
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Header("Content-Type"));
        Assert.Equal("no-store", response.Header("Cache-Control"));
        Assert.Equal("urn:aggregator:problem:" + type, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal("It did not work.", problem.GetProperty("detail").GetString());
        Assert.Matches(TraceId(), problem.GetProperty("traceId").GetString());
        Assert.Equal("""{"name":"region","state":"default","error":"timeout"}""", problem.GetProperty("sources")[0].GetRawText());
        Assert.Equal(status == 503, response.Headers.RetryAfter is not null);
        Assert.Equal(status == 401, response.Headers.WwwAuthenticate.Count > 0);
    }

    [Fact]
    public void EveryKindOfFailure_HasAStatus() =>
        Assert.All(Enum.GetValues<ReportFailureKind>(), kind => Assert.InRange(ReportProblems.Of(Examples.Failure(kind)).Kind.Status, 400, 599));

    [Fact]
    public async Task UnknownReport_IsToldNearNames()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer, Examples.Order);

        using var response = await gateway.GetAsync("/reports/customer-overvew");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("""["customer-overview"]""", (await response.JsonAsync()).GetProperty("near").GetRawText());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing/here.html")]
    [InlineData("/reports/customer-overview/plan")]
    [InlineData("/health")]
    public async Task UnknownPath_Is404(string path)
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("urn:aggregator:problem:unknown-path", (await response.JsonAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Bug_Is500_AndShowsNothingOfItself()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);
        gateway.Grains.Answer = (_, _) => throw new InvalidOperationException("secret");

        using var response = await gateway.GetAsync("/reports/customer-overview?id=7");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCatalogueYet_Is503_ForEverythingButLiveness()
    {
        await using var gateway = await TestGateway.StartAsync();

        using var reports = await gateway.GetAsync("/reports");
        using var ready = await gateway.GetAsync("/health/ready");
        using var live = await gateway.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reports.StatusCode);
        Assert.NotNull(reports.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.NotNull(ready.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    [Fact]
    public async Task Ready_NeedsCatalogueAndCluster()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var connected = await gateway.GetAsync("/health/ready");
        gateway.Link.IsConnected = false;
        using var lost = await gateway.GetAsync("/health/ready");

        Assert.Equal("up\n", await connected.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex TraceId();
}
