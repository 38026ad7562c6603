using System.Globalization;

namespace Aggregator.Samples.Sky;

/// <summary>A place on Earth.</summary>
/// <param name="Latitude">Degrees north of the equator, -90 to 90.</param>
/// <param name="Longitude">Degrees east of Greenwich, -180 to 180.</param>
internal readonly record struct Coordinates(double Latitude, double Longitude)
{
    /// <summary>Reads a place from a query's text; null when it names none.</summary>
    public static Coordinates? Read(string? latitude, string? longitude) =>
        Degrees(latitude, 90) is { } north && Degrees(longitude, 180) is { } east ? new(north, east) : null;

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees)
        && Math.Abs(degrees) <= most ? degrees : null;
}
