using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Aggregator.Samples.Sky;

/// <summary>The light of a year at one place.</summary>
/// <param name="Year">The year.</param>
/// <param name="Months">The first day of each month.</param>
/// <param name="Longest">The lightest day; the first of several.</param>
/// <param name="Shortest">The darkest day; the first of several.</param>
internal sealed record DaylightYear(int Year, ImmutableArray<DaylightDay> Months, DaylightDay Longest, DaylightDay Shortest)
{
    /// <summary>Reckons every day of a year.</summary>
    public static DaylightYear Of(int year, Coordinates place)
    {
        var first = new LocalDate(year, 1, 1);
        var days = Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year))
            .Select(first.PlusDays)
            .Select(date => (Date: date, SunDay.On(date, place).Daylight))
            .ToImmutableArray();
        return new(
            year,
            [.. days.Where(day => day.Date.Day == 1).Select(Word)],
            Word(days.MaxBy(day => day.Daylight)),
            Word(days.MinBy(day => day.Daylight)));
    }

    private static DaylightDay Word((LocalDate Date, Duration Daylight) day) =>
        new(LocalDatePattern.Iso.Format(day.Date), (int)Math.Round(day.Daylight.TotalMinutes));
}
