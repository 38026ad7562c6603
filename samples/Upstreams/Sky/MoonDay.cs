using NodaTime;

namespace Aggregator.Samples.Sky;

/// <summary>The moon on one day of UTC.</summary>
/// <param name="Date">The date (ISO 8601).</param>
/// <param name="Phase">The phase in words; new moon, full moon and the quarters only on the day they fall on.</param>
/// <param name="Illumination">The lit fraction of the disc at noon, 0 to 1.</param>
/// <remarks>
/// Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 48, formula 48.4: good to about 0.1 degrees of phase angle around the mean
/// elements, so a principal phase within half an hour of midnight may be given to the neighbouring day.
/// </remarks>
internal sealed record MoonDay(string Date, string Phase, double Illumination)
{
    /// <summary>The moon on a date.</summary>
    public static MoonDay On(LocalDate date)
    {
        var midnight = date.AtMidnight().InUtc().ToInstant();
        var name = PhaseName(Elongation(midnight), Elongation(midnight + Duration.FromDays(1)));
        return new(NodaTime.Text.LocalDatePattern.Iso.Format(date), name, Math.Round(LitFraction(midnight + Duration.FromHours(12)), 3));
    }

    /// <summary>The lit fraction of the disc, 0 to 1.</summary>
    public static double LitFraction(Instant at) => (1 - Angle.Cos(Elongation(at))) / 2;

    // How far the moon has gone from the sun: 0 is new, 90 the first quarter, 180 full, 270 the last quarter.
    private static double Elongation(Instant at)
    {
        var t = Angle.Centuries(at);
        var meanElongation = 297.8501921 + t * (445267.1114034 - t * 0.0018819);
        var sun = 357.5291092 + t * (35999.0502909 - t * 0.0001536);
        var moon = 134.9633964 + t * (477198.8675055 + t * 0.0087414);
        return Angle.Turn(meanElongation
            + 6.289 * Angle.Sin(moon)
            - 2.100 * Angle.Sin(sun)
            + 1.274 * Angle.Sin(2 * meanElongation - moon)
            + 0.658 * Angle.Sin(2 * meanElongation)
            + 0.214 * Angle.Sin(2 * moon)
            + 0.110 * Angle.Sin(meanElongation));
    }

    private static string PhaseName(double start, double end)
    {
        var quarter = (int)(end / 90);
        return (int)(start / 90) == quarter ? Between[quarter] : Principal[quarter];
    }

    private static readonly string[] Principal = ["new moon", "first quarter", "full moon", "last quarter"];
    private static readonly string[] Between = ["waxing crescent", "waxing gibbous", "waning gibbous", "waning crescent"];
}
