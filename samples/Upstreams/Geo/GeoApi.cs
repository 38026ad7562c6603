using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aggregator.Samples.Geo;

/// <summary>The API of countries, under <c>/geo</c>: one by code, lists in pages, and a search that is a POST.</summary>
internal static class GeoApi
{
    /// <summary>Adds the API to a server.</summary>
    public static void MapGeo(this IEndpointRouteBuilder server, Atlas atlas)
    {
        var geo = server.MapGroup("/geo");
        geo.MapGet("/countries/{code}", (string code) => One(atlas, code));
        geo.MapGet("/countries", (HttpResponse response, string? currency, string? language, string? limit, string? after) =>
            List(atlas, response, currency, language, limit, after));
        geo.MapPost("/search", (HttpRequest request) => SearchAsync(atlas, request));
    }

    private static IResult One(Atlas atlas, string code) => atlas.Countries.TryGetValue(code, out var country)
        ? JsonAnswer.Tagged(country, Lifetime)
        : Refusal.NotFound($"There is no country with the code {code}.");

    private static IResult List(Atlas atlas, HttpResponse response, string? currency, string? language, string? limit, string? after)
    {
        if (!TryReadLimit(limit, out var size))
            return Refusal.BadRequest($"limit must be a whole number from 1 to {LargestPage}.");

        var found = atlas.Countries.Values
            .Where(country => currency is null || country.Currency == currency)
            .Where(country => language is null || country.Languages.Contains(language))
            .OrderBy(country => country.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        var rest = found.Where(country => string.CompareOrdinal(country.Code, after) > 0).ToImmutableArray();
        var page = rest.Take(size).ToImmutableArray();
        if (page.Length < rest.Length)
            response.Headers.Link = NextPage(currency, language, size, page[^1].Code);
        return JsonAnswer.Tagged(new CountryPage(Names(page), found.Length), Lifetime);
    }

    private static async Task<IResult> SearchAsync(Atlas atlas, HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return Refusal.NotJson();

        CountrySearch? search;
        try
        {
            search = await request.ReadFromJsonAsync<CountrySearch>(JsonAnswer.Options, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            search = null;
        }

        return search is { Name.Length: > 0 and <= LongestName, Limit: null or (>= 1 and <= LargestPage) }
            ? JsonAnswer.Unstored(Search(atlas, search.Name, search.Limit ?? DefaultPage))
            : Refusal.BadRequest(
                $$"""The body must be { "name": TEXT, "limit": NUMBER }: 1 to {{LongestName}} letters, at most {{LargestPage}} results.""");
    }

    private static CountryPage Search(Atlas atlas, string name, int limit)
    {
        var found = atlas.Countries.Values
            .Where(country => Has(country.Name, name) || country.NativeNames.Values.Any(native => Has(native, name)))
            .OrderBy(country => country.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        return new(Names(found.Take(limit)), found.Length);
    }

    private static bool Has(string text, string part) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private static ImmutableArray<CountryName> Names(IEnumerable<Country> countries) =>
        [.. countries.Select(country => new CountryName(country.Code, country.Name))];

    private static bool TryReadLimit(string? text, out int limit)
    {
        limit = DefaultPage;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestPage);
    }

    // RFC 8288: the next page, as a reference relative to this one.
    private static string NextPage(string? currency, string? language, int limit, string after)
    {
        var query = QueryString.Create("limit", limit.ToString(CultureInfo.InvariantCulture)).Add("after", after);
        if (currency is not null)
            query = query.Add("currency", currency);
        if (language is not null)
            query = query.Add("language", language);
        return $"</geo/countries{query.ToUriComponent()}>; rel=\"next\"";
    }

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private const int DefaultPage = 50;
    private const int LargestPage = 250;
    private const int LongestName = 100;
}
