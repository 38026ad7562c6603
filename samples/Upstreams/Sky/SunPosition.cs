using NodaTime;

namespace Aggregator.Samples.Sky;

/// <summary>Where the sun is, as far as its rising and setting depend on it.</summary>
/// <param name="Declination">Degrees north of the celestial equator.</param>
/// <param name="EquationOfTime">How far a sundial is ahead of mean solar time, in minutes.</param>
/// <remarks>
/// Low-accuracy solar coordinates: Jean Meeus, Astronomical Algorithms, 2nd edition, chapters 22, 25 and 28 (Smart's formula), which
/// the NOAA Solar Calculator (gml.noaa.gov/grad/solcalc) uses too. Good to 0.01 degrees for 1901 to 2099.
/// </remarks>
internal readonly record struct SunPosition(double Declination, double EquationOfTime)
{
    /// <summary>The position at an instant.</summary>
    public static SunPosition At(Instant at)
    {
        var t = Angle.Centuries(at);
        var meanLongitude = 280.46646 + t * (36000.76983 + t * 0.0003032);
        var anomaly = 357.52911 + t * (35999.05029 - t * 0.0001537);
        var eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
        var node = 125.04 - 1934.136 * t;

        var center = Angle.Sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014))
            + Angle.Sin(2 * anomaly) * (0.019993 - t * 0.000101)
            + Angle.Sin(3 * anomaly) * 0.000289;
        var longitude = meanLongitude + center - 0.00569 - 0.00478 * Angle.Sin(node);
        var obliquity = 23.4392911 - t * (0.0130042 + t * (0.00000016 - t * 0.000000504)) + 0.00256 * Angle.Cos(node);

        var declination = double.RadiansToDegrees(Math.Asin(Angle.Sin(obliquity) * Angle.Sin(longitude)));
        return new(declination, EquationOfTimeOf(meanLongitude, anomaly, eccentricity, obliquity));
    }

    private static double EquationOfTimeOf(double meanLongitude, double anomaly, double eccentricity, double obliquity)
    {
        var y = Math.Pow(Math.Tan(double.DegreesToRadians(obliquity / 2)), 2);
        var radians = y * Angle.Sin(2 * meanLongitude)
            - 2 * eccentricity * Angle.Sin(anomaly)
            + 4 * eccentricity * y * Angle.Sin(anomaly) * Angle.Cos(2 * meanLongitude)
            - y * y / 2 * Angle.Sin(4 * meanLongitude)
            - 1.25 * eccentricity * eccentricity * Angle.Sin(2 * anomaly);
        return MinutesPerDegree * double.RadiansToDegrees(radians);
    }

    /// <summary>How long the Earth takes to turn by one degree towards the sun, in minutes.</summary>
    public const double MinutesPerDegree = 4;
}
