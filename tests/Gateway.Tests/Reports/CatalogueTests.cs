using System.Net;
using Aggregator.Identity;

namespace Aggregator.Gateway.Tests.Reports;

public sealed class CatalogueTests
{
    private static readonly ReportDescriptor Rich = new()
    {
        Name = "a-rich-one",
        DefinitionHash = "h",
        Safe = true,
        Deadline = TimeSpan.FromSeconds(1),
        Parameters =
        [
            new() { Name = "tenant", Claim = "tenant_id" },
            new() { Name = "kind", Enum = ["\"a\"", "\"b\""], Default = "\"a\"", Description = "Which <kind>", MaxLength = 9, MinLength = 1, Pattern = "^." },
            new() { Name = "day", Format = "date", ClockDefault = new(ClockReading.Today, "Europe/Prague"), Example = "\"2026-01-31\"" },
            new() { Name = "ids", Type = ParameterType.Array, MaxItems = 3, Items = new() { Name = "ids", Type = ParameterType.Integer, Minimum = 1, Maximum = 9 } },
        ],
    };

    [Fact]
    public async Task Get_ListsReportsByName_WithTheirParametersAndLinks()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer, Rich);

        using var response = await gateway.GetAsync("/reports");

        Assert.Equal(
            Json.OneLine("""
            {"reports":[{"name":"a-rich-one","summary":null,"parameters":[
            {"name":"kind","required":false,"description":"Which <kind>","type":"string","pattern":"^.","minLength":1,"maxLength":9,"enum":["a","b"],"default":"a"},
            {"name":"day","required":false,"type":"string","format":"date","maxLength":2000,"example":"2026-01-31","defaultFromClock":{"clock":"today","zone":"Europe/Prague"}},
            {"name":"ids","required":false,"type":"array","maxItems":3,"items":{"type":"integer","minimum":1,"maximum":9}}],
            "links":{"self":"/reports/a-rich-one"}},
            {"name":"customer-overview","summary":"Everything about one customer","parameters":[
            {"name":"id","required":true,"type":"integer","minimum":1},
            {"name":"tags","required":false,"type":"array","items":{"type":"string","maxLength":2000}},
            {"name":"note","required":false,"type":"string","maxLength":50}],
            "links":{"self":"/reports/customer-overview","route":"/customers/{id}/overview"}}]}
            """),
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_SameCatalogue_Is304()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var first = await gateway.GetAsync("/reports", ("Accept-Encoding", "br"));
        using var second = await gateway.GetAsync("/reports", ("If-None-Match", first.Header("ETag")!));

        Assert.Equal("br", first.Header("Content-Encoding"));
        Assert.EndsWith("-br\"", first.Header("ETag"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Get_UnacceptableType_Is406()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        using var response = await gateway.GetAsync("/reports", ("Accept", "application/vnd.aggregator.report+json"));

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task Reload_ReplacesReportsAndRoutesAtOnce()
    {
        await using var gateway = await TestGateway.StartAsync(Examples.Customer);

        gateway.Catalogue.Publish(new([Examples.Customer with { Route = "/people/{id}", DefinitionHash = "next" }, Examples.Order]));
        using var before = await gateway.GetAsync("/customers/7/overview");
        using var after = await gateway.GetAsync("/people/7");

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal("next", gateway.Grains.LastRequest.DefinitionHash);
    }
}
