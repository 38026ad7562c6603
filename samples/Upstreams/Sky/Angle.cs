namespace Aggregator.Samples.Sky;

/// <summary>Trigonometry in degrees, the unit of the astronomical formulas.</summary>
internal static class Angle
{
    /// <summary>The sine of an angle in degrees.</summary>
    public static double Sin(double degrees) => Math.Sin(double.DegreesToRadians(degrees));

    /// <summary>The cosine of an angle in degrees.</summary>
    public static double Cos(double degrees) => Math.Cos(double.DegreesToRadians(degrees));

    /// <summary>The angle in degrees, 0 to 180, that has this cosine.</summary>
    public static double Acos(double cosine) => double.RadiansToDegrees(Math.Acos(cosine));

    /// <summary>The same direction as an angle from 0 up to 360 degrees.</summary>
    public static double Turn(double degrees) => ((degrees % 360) + 360) % 360;

    /// <summary>Julian centuries of 36,525 days from the epoch J2000.0: what the formulas count time in.</summary>
    public static double Centuries(NodaTime.Instant at) => (at.ToJulianDate() - 2451545) / 36525;
}
