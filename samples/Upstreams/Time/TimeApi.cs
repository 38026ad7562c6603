using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Aggregator.Samples.Time;

/// <summary>The API of time zones, under <c>/time</c>: their rules, those of a country, and a clock that nobody may cache.</summary>
internal static class TimeApi
{
    /// <summary>Adds the API to a server.</summary>
    public static void MapTime(this IEndpointRouteBuilder server, TimeProvider time)
    {
        var api = server.MapGroup("/time");
        api.MapGet("/zones/{**id}", (string id, string? at) => Zone(id, at, time));
        api.MapGet("/countries/{code}/zones", (string code) => OfCountry(code));
        api.MapGet("/clock", (string? zone) => Clock(zone, time));
    }

    /// <summary>The zone of this name; null when there is none.</summary>
    public static DateTimeZone? Find(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    private static IResult Zone(string id, string? at, TimeProvider time)
    {
        // The server leaves %2F in a path as it is, so that Europe%2FPrague stays one segment.
        id = Uri.UnescapeDataString(id);
        if (Find(id) is not { } zone)
            return Refusal.NotFound($"There is no time zone called {id}.");
        if (at is null)
            return Current(zone, Now(time));

        return InstantPattern.General.Parse(at).TryGetValue(default, out var instant)
            ? JsonAnswer.Of(ZoneReading.Read(zone, instant), Day)
            : Refusal.BadRequest("at must be an instant in UTC, such as 2026-06-21T12:00:00Z.");
    }

    // An answer that holds until the clocks change must not outlive the change.
    private static JsonAnswer Current(DateTimeZone zone, Instant now)
    {
        var interval = zone.GetZoneInterval(now);
        var holds = interval.HasEnd ? (interval.End - now).ToTimeSpan() : Day;
        return JsonAnswer.Of(ZoneReading.Read(zone, now), holds < Hour ? holds : Hour);
    }

    private static IResult OfCountry(string code)
    {
        var zones = ZonePlace.All.Where(place => place.Country == code).ToImmutableArray();
        return zones.IsEmpty
            ? Refusal.NotFound($"There is no country with the code {code}.")
            : JsonAnswer.Of(new CountryZones(code, zones), Day);
    }

    private static IResult Clock(string? id, TimeProvider time)
    {
        if (id is null || Find(id) is not { } zone)
            return Refusal.BadRequest("zone must name a time zone, such as Europe/Prague.");

        var now = Now(time);
        return JsonAnswer.Unstored(new ClockReading(
            id, OffsetDateTimePattern.Rfc3339.Format(now.InZone(zone).ToOffsetDateTime()), InstantPattern.ExtendedIso.Format(now)));
    }

    private static Instant Now(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
}
