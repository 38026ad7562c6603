using NodaTime;

namespace Aggregator.Samples.Sky;

/// <summary>The sun's day at one place: from its culmination half a turn back and half a turn on.</summary>
/// <param name="Noon">When the sun stands highest.</param>
/// <param name="Sunrise">When its upper edge appears; null on a polar day or night.</param>
/// <param name="Sunset">When its upper edge disappears; null on a polar day or night.</param>
/// <param name="Daylight">How long it is up: 24 hours on a polar day, none in a polar night.</param>
/// <remarks>
/// The sunrise equation, solved again at the hours it gives until they stand still. Against published tables it is within a minute up to
/// 72 degrees of latitude and within ten beyond, where the air's refraction decides: rising and setting are reckoned, as
/// almanacs do, with the sun's centre 50 arc minutes below a level horizon. A day on which the polar day or night begins or ends counts
/// as polar.
/// </remarks>
internal sealed record SunDay(Instant Noon, Instant? Sunrise, Instant? Sunset, Duration Daylight)
{
    /// <summary>The day whose culmination falls on a date of the place's mean solar time.</summary>
    /// <param name="date">The date.</param>
    /// <param name="place">Where.</param>
    public static SunDay On(LocalDate date, Coordinates place)
    {
        var meanNoon = Later(date.At(new LocalTime(12, 0)).InUtc().ToInstant(), -SunPosition.MinutesPerDegree * place.Longitude);
        var noon = Settle(meanNoon, at => Later(meanNoon, -SunPosition.At(at).EquationOfTime)) ?? meanNoon;
        var sunrise = Settle(noon, at => Crossing(meanNoon, at, place, rising: true));
        var sunset = Settle(noon, at => Crossing(meanNoon, at, place, rising: false));
        if (sunrise is { } rises && sunset is { } sets)
            return new(noon, rises, sets, sets - rises);

        var neverSets = CosineOfHourAngle(noon, place) < 0;
        return new(noon, null, null, neverSets ? Duration.FromDays(1) : Duration.Zero);
    }

    /// <summary>The day whose culmination falls on a date of a civil calendar, which may be a day off the sun's own.</summary>
    /// <param name="date">The date in the zone.</param>
    /// <param name="place">Where.</param>
    /// <param name="zone">Whose calendar.</param>
    public static SunDay On(LocalDate date, Coordinates place, DateTimeZone zone)
    {
        var day = On(date, place);
        var off = Period.DaysBetween(day.Noon.InZone(zone).Date, date);
        return off == 0 ? day : On(date.PlusDays(off), place);
    }

    // The sun moves on between noon and its setting, so the equation is solved anew at each answer; the third is exact to a second.
    private static Instant? Settle(Instant start, Func<Instant, Instant?> next)
    {
        Instant? at = start;
        for (var round = 0; round < 3 && at is { } from; round++)
            at = next(from);
        return at;
    }

    private static Instant? Crossing(Instant meanNoon, Instant at, Coordinates place, bool rising)
    {
        var cosine = CosineOfHourAngle(at, place);
        if (Math.Abs(cosine) > 1)
            return null;

        var minutes = SunPosition.MinutesPerDegree * Angle.Acos(cosine);
        return Later(meanNoon, (rising ? -minutes : minutes) - SunPosition.At(at).EquationOfTime);
    }

    // Above 1 the sun does not rise, below -1 it does not set.
    private static double CosineOfHourAngle(Instant at, Coordinates place)
    {
        var declination = SunPosition.At(at).Declination;
        return (Angle.Sin(HorizonDegrees) - Angle.Sin(place.Latitude) * Angle.Sin(declination))
            / (Angle.Cos(place.Latitude) * Angle.Cos(declination));
    }

    private static Instant Later(Instant from, double minutes) => from + Duration.FromMinutes(minutes);

    private const double HorizonDegrees = -50.0 / 60;
}
