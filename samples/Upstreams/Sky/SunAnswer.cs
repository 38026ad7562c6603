using NodaTime;
using NodaTime.Text;

namespace Aggregator.Samples.Sky;

/// <summary>The sun's day as the API tells it.</summary>
/// <param name="Date">The date asked for (ISO 8601).</param>
/// <param name="Zone">Whose time the times are in.</param>
/// <param name="Sunrise">Sunrise (RFC 3339); null on a polar day or night.</param>
/// <param name="Noon">When the sun stands highest.</param>
/// <param name="Sunset">Sunset; null on a polar day or night.</param>
/// <param name="DaylightMinutes">How long the sun is up, in minutes, rounded.</param>
/// <param name="Polar"><c>day</c> when the sun does not set, <c>night</c> when it does not rise, else null.</param>
internal sealed record SunAnswer(
    string Date, string Zone, string? Sunrise, string Noon, string? Sunset, int DaylightMinutes, string? Polar)
{
    /// <summary>Words a day.</summary>
    public static SunAnswer From(LocalDate date, SunDay day, DateTimeZone zone) => new(
        LocalDatePattern.Iso.Format(date),
        zone.Id,
        day.Sunrise is { } sunrise ? Text(sunrise, zone) : null,
        Text(day.Noon, zone),
        day.Sunset is { } sunset ? Text(sunset, zone) : null,
        (int)Math.Round(day.Daylight.TotalMinutes),
        (day.Sunrise, day.Daylight.TotalMinutes) switch { (not null, _) => null, (null, 0) => "night", _ => "day" });

    // To the full second: the sun is not known better.
    private static string Text(Instant at, DateTimeZone zone) =>
        OffsetDateTimePattern.Rfc3339.Format(Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds()).InZone(zone).ToOffsetDateTime());
}
