using System.Globalization;
using Aggregator.Samples.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Aggregator.Samples.Sky;

/// <summary>The API of sun and moon, under <c>/sky</c>. It is the slow one: it answers after a wait, a year after a long one.</summary>
internal static class SkyApi
{
    /// <summary>How long a day takes to answer.</summary>
    public static readonly TimeSpan DayWait = TimeSpan.FromMilliseconds(700);

    /// <summary>How long a year takes to answer.</summary>
    public static readonly TimeSpan YearWait = TimeSpan.FromMilliseconds(2500);

    /// <summary>Adds the API to a server.</summary>
    public static void MapSky(this IEndpointRouteBuilder server, TimeProvider time)
    {
        var sky = server.MapGroup("/sky");
        sky.MapGet("/sun", (string? latitude, string? longitude, string? date, string? zone, CancellationToken left) =>
            AfterAsync(DayWait, Sun(latitude, longitude, date, zone), time, left));
        sky.MapGet("/moon", (string? date, CancellationToken left) => AfterAsync(DayWait, Moon(date), time, left));
        sky.MapGet("/year", (string? latitude, string? longitude, string? year, CancellationToken left) =>
            AfterAsync(YearWait, Year(latitude, longitude, year), time, left));
    }

    private static IResult Sun(string? latitude, string? longitude, string? date, string? zone)
    {
        if (Coordinates.Read(latitude, longitude) is not { } place)
            return Refusal.BadRequest(PlaceExpected);
        if (Date(date) is not { } day)
            return Refusal.BadRequest(DateExpected);
        if (zone is null)
            return JsonAnswer.Of(SunAnswer.From(day, SunDay.On(day, place), DateTimeZone.Utc), Lifetime);

        return TimeApi.Find(zone) is { } local
            ? JsonAnswer.Of(SunAnswer.From(day, SunDay.On(day, place, local), local), Lifetime)
            : Refusal.BadRequest("zone must name a time zone, such as Europe/Prague.");
    }

    private static IResult Moon(string? date) =>
        Date(date) is { } day ? JsonAnswer.Of(MoonDay.On(day), Lifetime) : Refusal.BadRequest(DateExpected);

    private static IResult Year(string? latitude, string? longitude, string? year)
    {
        if (Coordinates.Read(latitude, longitude) is not { } place)
            return Refusal.BadRequest(PlaceExpected);

        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsKnown(number)
            ? JsonAnswer.Of(DaylightYear.Of(number, place), Lifetime)
            : Refusal.BadRequest($"year must be from {FirstYear} to {LastYear}.");
    }

    private static async Task<IResult> AfterAsync(TimeSpan wait, IResult answer, TimeProvider time, CancellationToken left)
    {
        await Task.Delay(wait, time, left);
        return answer;
    }

    private static LocalDate? Date(string? text) =>
        text is not null && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) && IsKnown(date.Year) ? date : null;

    private static bool IsKnown(int year) => year is >= FirstYear and <= LastYear;

    private const string PlaceExpected = "latitude must be from -90 to 90 degrees and longitude from -180 to 180.";
    private static readonly string DateExpected = $"date must be a date from {FirstYear} to {LastYear}, such as 2026-06-21.";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const int FirstYear = 1901;
    private const int LastYear = 2099;
}
