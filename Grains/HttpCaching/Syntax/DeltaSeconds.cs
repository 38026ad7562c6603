using System.Globalization;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>A non-negative number of seconds (RFC 9111 §1.2.2).</summary>
public static class DeltaSeconds
{
    /// <summary>What every larger number means: 2^31 seconds (RFC 9111 §1.2.2), some 68 years.</summary>
    public static readonly TimeSpan Greatest = TimeSpan.FromSeconds(1L << 31);

    /// <summary>Reads digits and nothing else; a number too large for any type is <see cref="Greatest"/>.</summary>
    /// <param name="text">The digits.</param>
    /// <param name="value">The seconds; zero when the text is no such number.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
            return false;
        var digits = text.TrimStart('0');
        bool beyond = digits.Length > 10
            || (digits.Length > 0 && long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) > 1L << 31);
        if (beyond)
            value = Greatest;
        else if (digits.Length > 0)
            value = TimeSpan.FromSeconds(long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>Writes whole seconds, rounded down, never negative and never above <see cref="Greatest"/>.</summary>
    public static string Format(TimeSpan value)
    {
        long seconds = Math.Clamp(value.Ticks, 0, Greatest.Ticks) / TimeSpan.TicksPerSecond;
        return seconds.ToString(CultureInfo.InvariantCulture);
    }
}
