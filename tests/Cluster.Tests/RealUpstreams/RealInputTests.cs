using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.RealUpstreams;

/// <summary>A report over two servers that nobody here wrote: json-server over a public data set, and httpbin.</summary>
public sealed class RealInputTests : IAsyncLifetime
{
    private const string Report = """
        report: country
        summary: A country, its region, and what httpbin makes of them
        parameters:
          code: { type: string, pattern: "^[A-Z]{3}$", required: true, example: CZE }
        deadline: 20s
        sources:
          country: { get: "atlas:/countries/{code}", on: { 404: notFound } }
          continent:
            get: "atlas:/countries{?region}"
            with: { region: country.region }
            select: "sort_by([].{code: cca3, name: name.common, area: area}, &code)"
          capital:
            get: "bin:/anything/{capitalName}"
            with: { capitalName: "country.capital[0]" }
            select: url
          broken: { get: "bin:/status/503", optional: true, default: none }
          echoed:
            post: "bin:/post"
            safe: true
            json: { name: country.name.common, area: country.area, borders: sort(country.borders) }
            select: json
          slow: { get: "bin:/delay/1", select: headers.Host }
          largest: { value: "max_by(continent, &area).name" }
        result:
          name: country.name.common
          area: country.area
          capital: capital
          neighbours: continent[?contains($country.borders, code)].name
          largest: largest
          echoed: echoed
          slow: slow
          broken: broken
        """;

    private readonly TemporaryFolder _folder = new();
    private JsonServer? _jsonServer;
    private HttpBin? _httpBin;
    private StartedNode? _node;

    private HttpClient Client => _node?.Client ?? throw new InvalidOperationException("The node was not started.");

    public async ValueTask InitializeAsync()
    {
        (_jsonServer, _httpBin) = (await JsonServer.StartAsync(), await HttpBin.StartAsync());
        _folder.With("upstreams.yaml", $$"""
            upstreams:
              atlas: { url: "{{_jsonServer.Address.GetLeftPart(UriPartial.Authority)}}" }
              bin: { url: "{{_httpBin.Address.GetLeftPart(UriPartial.Authority)}}", timeout: 10s }
            """).With("country.yaml", Report);
        _node = await StartedNode.StartAsync(_folder.Path);
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is { } node) await node.DisposeAsync();
        if (_httpBin is { } httpBin) await httpBin.DisposeAsync();
        if (_jsonServer is { } jsonServer) await jsonServer.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_that_can_be_had_is_in_the_document()
    {
        using var response = await Client.GetAsync("/reports/country?code=CZE");
        var document = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Czechia", document.GetProperty("name").GetString());
        Assert.Equal("78865", document.GetProperty("area").GetRawText());
        Assert.EndsWith("/anything/Prague", document.GetProperty("capital").GetString(), StringComparison.Ordinal);
        Assert.Equal(["Austria", "Germany", "Poland", "Slovakia"], document.GetProperty("neighbours").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("Russia", document.GetProperty("largest").GetString());
        Assert.Equal("""{"area":78865,"borders":["AUT","DEU","POL","SVK"],"name":"Czechia"}""", Sorted(document.GetProperty("echoed")));
        Assert.Equal(_httpBin?.Address.Authority, document.GetProperty("slow").GetString());
    }

    [Fact]
    public async Task What_failed_and_may_has_its_default_and_the_answer_says_so()
    {
        using var response = await Client.GetAsync("/reports/country?code=NZL");
        var document = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("none", document.GetProperty("broken").GetString());
        Assert.Equal("?0", Assert.Single(response.Headers.GetValues("Report-Complete")));
        Assert.Equal("broken", Assert.Single(response.Headers.GetValues("Report-Missing")));
    }

    [Fact]
    public async Task The_envelope_tells_how_each_source_fared()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/reports/country?code=CZE");
        request.Headers.Add("Accept", "application/vnd.aggregator.report+json");
        using var response = await Client.SendAsync(request);
        var sources = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sources");

        Assert.Equal(7, sources.EnumerateObject().Count());
        Assert.Equal("ok", sources.GetProperty("country").GetProperty("state").GetString());
        Assert.Equal("status_503", sources.GetProperty("broken").GetProperty("error").GetString());
        Assert.Equal(2, sources.GetProperty("broken").GetProperty("attempts").GetInt32());
        Assert.True(
            sources.GetProperty("continent").GetProperty("startedMs").GetDouble() >= sources.GetProperty("country").GetProperty("durationMs").GetDouble(),
            "the region was asked for before the country that names it was there");
    }

    [Fact]
    public async Task A_country_that_the_data_set_lacks_is_a_404()
    {
        using var response = await Client.GetAsync("/reports/country?code=XXX");
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("country", problem.GetProperty("sources")[0].GetProperty("name").GetString());
    }

    private static string Sorted(JsonElement element) =>
        "{" + string.Join(',', element.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"\"{member.Name}\":{JsonSerializer.Serialize(member.Value)}")) + "}";
}
