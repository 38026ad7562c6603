using System.Collections.Immutable;
using NodaTime.TimeZones;

namespace Aggregator.Samples.Time;

/// <summary>Where a time zone is: the place that the time zone database names it after.</summary>
/// <param name="Id">The zone's identifier, such as <c>Europe/Prague</c>.</param>
/// <param name="Country">The ISO 3166-1 code of the country.</param>
/// <param name="Latitude">Degrees north of the equator.</param>
/// <param name="Longitude">Degrees east of Greenwich.</param>
/// <param name="Comment">Which part of the country, where there are several; else empty.</param>
internal sealed record ZonePlace(string Id, string Country, double Latitude, double Longitude, string Comment)
{
    /// <summary>
    /// Every place, in the order of the database's <c>zone.tab</c>, which puts a country's most populous zones first where it can.
    /// </summary>
    public static readonly ImmutableArray<ZonePlace> All =
    [
        .. TzdbDateTimeZoneSource.Default.ZoneLocations!.Select(location =>
            new ZonePlace(
                location.ZoneId, location.CountryCode, Rounded(location.Latitude), Rounded(location.Longitude), location.Comment)),
    ];

    // The database has degrees, minutes and seconds: a second is 0.0003 degrees.
    private static double Rounded(double degrees) => Math.Round(degrees, 4);
}
