using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Samples;
using Aggregator.Samples.Sky;

namespace Aggregator.Tests.Samples;

public sealed class SampleUpstreamsTests : IAsyncLifetime
{
    private readonly ReadyTimers _time = new(new(2026, 6, 21, 10, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _client = new();
    private SampleUpstreams? _upstreams;

    public async ValueTask InitializeAsync()
    {
        _upstreams = await SampleUpstreams.StartAsync(0, _time, TestContext.Current.CancellationToken);
        _client.BaseAddress = _upstreams.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_upstreams is not null)
            await _upstreams.DisposeAsync();
    }

    [Fact]
    public async Task EveryCallOfTheContentsAnswersJson()
    {
        var contents = await JsonAsync("/");

        foreach (var call in contents.GetProperty("apis").EnumerateArray())
            Assert.Equal(JsonValueKind.Object, (await JsonAsync(call.ToString())).ValueKind);
    }

    [Fact]
    public async Task ACountryHasItsNamesAndCurrency()
    {
        var country = await JsonAsync("/geo/countries/CZ");

        Assert.Equal("Czechia", country.GetProperty("name").GetString());
        Assert.Equal("Česko", country.GetProperty("nativeNames").GetProperty("cs").GetString());
        Assert.Equal("CZK", country.GetProperty("currency").GetString());
        Assert.Equal("cs", country.GetProperty("languages")[0].GetString());
        Assert.True(country.GetProperty("metric").GetBoolean());
    }

    [Fact]
    public async Task ACountryIsRevalidatedByItsTag()
    {
        using var first = await _client.GetAsync("/geo/countries/CZ");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/geo/countries/CZ");
        request.Headers.IfNoneMatch.Add(Assert.IsType<System.Net.Http.Headers.EntityTagHeaderValue>(first.Headers.ETag));
        using var second = await _client.SendAsync(request);

        Assert.Equal(TimeSpan.FromMinutes(5), first.Headers.CacheControl?.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task PagesOfCountriesLeadFromOneToTheNext()
    {
        using var first = await _client.GetAsync("/geo/countries?limit=100");
        var link = Assert.Single(first.Headers.GetValues("Link"));
        var page = await JsonAsync(link[1..link.IndexOf('>', StringComparison.Ordinal)]);

        Assert.EndsWith("rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Equal(100, page.GetProperty("countries").GetArrayLength());
        Assert.True(page.GetProperty("total").GetInt32() > 200);
    }

    [Fact]
    public async Task ASearchFindsNativeNamesWithoutTheirAccents()
    {
        using var answer = await _client.PostAsJsonAsync("/geo/search", new { name = "osterreich" });
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("AT", Assert.Single(found.GetProperty("countries").EnumerateArray()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task ACurrencyKnowsItsDecimals()
    {
        Assert.Equal(0, (await JsonAsync("/money/currencies/JPY")).GetProperty("decimals").GetInt32());
        Assert.Equal(3, (await JsonAsync("/money/currencies/KWD")).GetProperty("decimals").GetInt32());
    }

    [Fact]
    public async Task ALanguageKnowsItsDirection() =>
        Assert.Equal("rtl", (await JsonAsync("/words/languages/he")).GetProperty("direction").GetString());

    [Theory]
    [InlineData("/time/zones/Europe/Prague")]
    [InlineData("/time/zones/Europe%2FPrague")]
    public async Task AZoneTellsItsOffsetAndItsNextChange(string path)
    {
        var zone = await JsonAsync(path);

        Assert.Equal("Europe/Prague", zone.GetProperty("id").GetString());
        Assert.Equal(7200, zone.GetProperty("offsetSeconds").GetInt32());
        Assert.Equal("+02:00", zone.GetProperty("offset").GetString());
        Assert.Equal("2026-10-25T01:00:00Z", zone.GetProperty("nextChange").GetProperty("at").GetString());
    }

    [Fact]
    public async Task AZonesAnswerDoesNotOutliveAChangeOfTheClocks()
    {
        _time.SetUtcNow(new(2026, 10, 25, 0, 59, 30, TimeSpan.Zero));
        using var answer = await _client.GetAsync("/time/zones/Europe/Prague");

        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task TheClockIsNotStored()
    {
        using var answer = await _client.GetAsync("/time/clock?zone=Europe/Prague");
        var clock = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("2026-06-21T12:00:00+02:00", clock.GetProperty("local").GetString());
    }

    [Fact]
    public async Task TheSkyIsSlow()
    {
        await JsonAsync("/sky/moon?date=2026-06-21");
        await JsonAsync("/sky/year?latitude=50&longitude=14&year=2026");

        Assert.Equal([SkyApi.DayWait, SkyApi.YearWait], _time.Waits);
    }

    [Fact]
    public async Task WordsFailOnEveryThirdCall()
    {
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 6; call++)
        {
            using var answer = await _client.GetAsync("/words/languages/cs");
            statuses.Add(answer.StatusCode);
        }

        const HttpStatusCode Ok = HttpStatusCode.OK, Not = HttpStatusCode.ServiceUnavailable;
        Assert.Equal([Ok, Ok, Not, Ok, Ok, Not], statuses);
    }

    [Theory]
    [InlineData("/geo/countries/XX", 404)]
    [InlineData("/geo/countries?limit=0", 400)]
    [InlineData("/geo/countries?limit=1&limit=2", 400)]
    [InlineData("/money/currencies/ABC", 404)]
    [InlineData("/time/zones/Europe/Atlantis", 404)]
    [InlineData("/time/zones/Europe/Prague?at=noon", 400)]
    [InlineData("/time/countries/XX/zones", 404)]
    [InlineData("/time/clock", 400)]
    [InlineData("/sky/sun?latitude=91&longitude=0&date=2026-06-21", 400)]
    [InlineData("/sky/sun?latitude=NaN&longitude=0&date=2026-06-21", 400)]
    [InlineData("/sky/sun?latitude=50&longitude=14&date=2026-02-30", 400)]
    [InlineData("/sky/sun?latitude=50&longitude=14&date=2026-06-21&zone=Nowhere", 400)]
    [InlineData("/sky/moon?date=9999-01-01", 400)]
    [InlineData("/sky/year?latitude=50&longitude=14&year=1066", 400)]
    [InlineData("/words/languages/xx", 404)]
    [InlineData("/words/languages", 400)]
    [InlineData("/nowhere", 404)]
    public async Task WhatCannotBeAnsweredIsAProblem(string path, int status)
    {
        using var answer = await _client.GetAsync(path);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("{", "application/json", 400)]
    [InlineData("null", "application/json", 400)]
    [InlineData("""{ "name": "" }""", "application/json", 400)]
    [InlineData("""{ "name": "a", "limit": 0 }""", "application/json", 400)]
    [InlineData("name=a", "text/plain", 415)]
    public async Task ASearchThatAsksNothingIsRefused(string body, string type, int status)
    {
        using var content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type));
        using var answer = await _client.PostAsync("/geo/search", content);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task ATakenPortIsLeftForAFreeOne()
    {
        var taken = _client.BaseAddress?.Port ?? 0;
        await using var second = await SampleUpstreams.StartAsync(taken, _time, TestContext.Current.CancellationToken);

        Assert.NotEqual(taken, second.Address.Port);
    }

    private async Task<JsonElement> JsonAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
