using System.Globalization;
using Aggregator.Samples.Sky;
using NodaTime;
using NodaTime.Text;

namespace Aggregator.Tests.Samples;

public sealed class SunDayTests
{
    // Civil times to the minute, as almanacs publish them: HM Nautical Almanac Office for London, the US Naval Observatory for New York,
    // timeanddate.com for Prague and Quito. They hardly change from year to year.
    [Theory]
    [InlineData("Europe/Prague", 50.088, 14.421, "2026-06-21", "04:52", "21:15")]
    [InlineData("Europe/Prague", 50.088, 14.421, "2026-12-21", "07:59", "16:01")]
    [InlineData("Europe/London", 51.507, -0.128, "2026-06-21", "04:43", "21:21")]
    [InlineData("Europe/London", 51.507, -0.128, "2026-12-21", "08:04", "15:53")]
    [InlineData("America/New_York", 40.713, -74.006, "2026-06-21", "05:25", "20:31")]
    [InlineData("America/Guayaquil", -0.180, -78.468, "2026-03-20", "06:18", "18:25")]
    public void RisesAndSetsAsPublished(string zone, double latitude, double longitude, string date, string sunrise, string sunset)
    {
        var local = DateTimeZoneProviders.Tzdb[zone];
        var day = SunDay.On(Date(date), new(latitude, longitude), local);

        AssertNear(Date(date), sunrise, day.Sunrise, local);
        AssertNear(Date(date), sunset, day.Sunset, local);
    }

    // Published for Tromsø: midnight sun from 20 May to 22 July, polar night from 27 November to 15 January.
    [Theory]
    [InlineData("2026-06-21", 24)]
    [InlineData("2026-05-25", 24)]
    [InlineData("2026-12-21", 0)]
    [InlineData("2026-01-10", 0)]
    public void NeitherRisesNorSets_OnPolarDaysAndNights(string date, int hours)
    {
        var day = SunDay.On(Date(date), Tromsø);

        Assert.Null(day.Sunrise);
        Assert.Null(day.Sunset);
        Assert.Equal(Duration.FromHours(hours), day.Daylight);
    }

    [Theory]
    [InlineData("2026-05-10")]
    [InlineData("2026-11-20")]
    public void RisesAndSets_BesidePolarDaysAndNights(string date) => Assert.NotNull(SunDay.On(Date(date), Tromsø).Sunrise);

    [Theory]
    [InlineData(90, 0, "2026-06-21", 24)]
    [InlineData(-90, 0, "2026-06-21", 0)]
    [InlineData(90, 180, "2026-12-21", 0)]
    public void ThePolesHaveOneDayAYear(double latitude, double longitude, string date, int hours) =>
        Assert.Equal(Duration.FromHours(hours), SunDay.On(Date(date), new(latitude, longitude)).Daylight);

    // Kiritimati keeps the date of places a whole turn to its east: its own sun is a day behind the calendar.
    [Theory]
    [InlineData("Pacific/Kiritimati", 1.87, -157.43)]
    [InlineData("Pacific/Apia", -13.83, -171.73)]
    [InlineData("Pacific/Auckland", -36.85, 174.77)]
    [InlineData("America/Adak", 51.88, -176.66)]
    public void TheDayIsTheCalendars(string zone, double latitude, double longitude)
    {
        var local = DateTimeZoneProviders.Tzdb[zone];
        var date = new LocalDate(2026, 9, 1);
        var day = SunDay.On(date, new(latitude, longitude), local);

        Assert.Equal(date, day.Noon.InZone(local).Date);
        Assert.Equal(date, day.Sunrise?.InZone(local).Date);
    }

    // Meeus, Astronomical Algorithms, examples 25.a and 28.b: 1992 October 13.0 TD.
    [Fact]
    public void TheSunStandsWhereMeeusSaysItDoes()
    {
        var position = SunPosition.At(Instant.FromUtc(1992, 10, 13, 0, 0));

        Assert.Equal(-7.78507, position.Declination, 0.001);
        Assert.Equal(13.7, position.EquationOfTime, 0.05);
    }

    private static void AssertNear(LocalDate date, string published, Instant? reckoned, DateTimeZone zone)
    {
        var time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(published).Value;
        var off = reckoned - date.At(time).InZoneStrictly(zone).ToInstant();
        Assert.True(
            off is { TotalMinutes: >= -2 and <= 2 },
            string.Create(CultureInfo.InvariantCulture, $"published {published}, reckoned {reckoned?.InZone(zone).TimeOfDay}"));
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static readonly Coordinates Tromsø = new(69.65, 18.96);
}
