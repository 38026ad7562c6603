using Aggregator.Samples.Sky;
using NodaTime;
using NodaTime.Text;

namespace Aggregator.Tests.Samples;

public sealed class MoonDayTests
{
    // Eclipses fix the day: the moon is new in a solar one (2024-04-08, 2026-08-12) and full in a lunar one (2025-09-07, 2026-03-03).
    [Theory]
    [InlineData("2024-04-08", "new moon", 0)]
    [InlineData("2026-08-12", "new moon", 0)]
    [InlineData("2025-09-07", "full moon", 1)]
    [InlineData("2026-03-03", "full moon", 1)]
    [InlineData("2026-08-09", "waning crescent", 0.13)]
    [InlineData("2026-08-15", "waxing crescent", 0.1)]
    public void ThePhaseIsTheKnownOne(string date, string phase, double illumination)
    {
        var moon = MoonDay.On(LocalDatePattern.Iso.Parse(date).Value);

        Assert.Equal(phase, moon.Phase);
        Assert.Equal(illumination, moon.Illumination, 0.05);
    }

    // Meeus, Astronomical Algorithms, example 48.a: 1992 April 12.0 TD, k = 0.68.
    [Fact]
    public void TheDiscIsLitAsMeeusSaysItIs() =>
        Assert.Equal(0.68, MoonDay.LitFraction(Instant.FromUtc(1992, 4, 12, 0, 0)), 0.005);
}
