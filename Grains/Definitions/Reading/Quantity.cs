using System.Globalization;

namespace Aggregator.Definitions.Reading;

/// <summary>Durations and sizes: a whole number and its unit, nothing between them.</summary>
internal static class Quantity
{
    /// <summary>Reads <c>800ms</c>, <c>2s</c>, <c>5m</c>, <c>1h</c> or <c>1d</c>.</summary>
    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        long? ticks = Split(text) is var (number, unit) ? unit switch
        {
            "ms" => Product(number, TimeSpan.TicksPerMillisecond),
            "s" => Product(number, TimeSpan.TicksPerSecond),
            "m" => Product(number, TimeSpan.TicksPerMinute),
            "h" => Product(number, TimeSpan.TicksPerHour),
            "d" => Product(number, TimeSpan.TicksPerDay),
            _ => null,
        } : null;
        duration = TimeSpan.FromTicks(ticks ?? 0);
        return ticks is not null;
    }

    /// <summary>Reads <c>512B</c>, <c>64KiB</c>, <c>4MiB</c> or <c>1GiB</c>.</summary>
    public static bool TryParseSize(string text, out long bytes)
    {
        long? size = Split(text) is var (number, unit) ? unit switch
        {
            "B" => number,
            "KiB" => Product(number, 1L << 10),
            "MiB" => Product(number, 1L << 20),
            "GiB" => Product(number, 1L << 30),
            _ => null,
        } : null;
        bytes = size ?? 0;
        return size is not null;
    }

    private static (long Number, string Unit)? Split(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, text[digits..])
            : null;
    }

    private static long? Product(long number, long unit) => number <= long.MaxValue / unit ? number * unit : null;
}
