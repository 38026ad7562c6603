using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Aggregator.Samples.Time;

/// <summary>What the rules of a time zone say at one instant.</summary>
/// <param name="Id">The zone's identifier.</param>
/// <param name="Abbreviation">What the time is called then, such as <c>CEST</c>.</param>
/// <param name="Offset">The offset from UTC, such as <c>+02:00</c>.</param>
/// <param name="OffsetSeconds">The same in seconds.</param>
/// <param name="DaylightSaving">Whether the clocks are set to summer time.</param>
/// <param name="NextChange">The next change of the clocks; null when none is planned.</param>
internal sealed record ZoneReading(
    string Id, string Abbreviation, string Offset, int OffsetSeconds, bool DaylightSaving, ZoneChange? NextChange)
{
    /// <summary>Reads a zone's rules.</summary>
    public static ZoneReading Read(DateTimeZone zone, Instant at)
    {
        var interval = zone.GetZoneInterval(at);
        return new(
            zone.Id,
            interval.Name,
            Text(interval.WallOffset),
            interval.WallOffset.Seconds,
            interval.Savings != NodaTime.Offset.Zero,
            interval.HasEnd ? new(InstantPattern.General.Format(interval.End), Text(zone.GetUtcOffset(interval.End))) : null);
    }

    // An offset as RFC 3339 writes it, but for UTC itself, which is +00:00 here.
    private static string Text(Offset offset) => offset.ToString("+HH:mm", CultureInfo.InvariantCulture);
}
