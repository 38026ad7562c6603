using System.Globalization;

namespace Aggregator.Identity;

/// <summary>Dates and times as RFC 3339 §5.6 writes them, of days that the calendar has.</summary>
internal static class Rfc3339
{
    /// <summary>Whether a text is a full-date, from year 0001.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length == DateLength
        && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a text is a date-time with its offset; second 60 only at the end of a UTC day, where leap seconds are.</summary>
    public static bool IsDateTime(ReadOnlySpan<char> text)
    {
        if (text.Length <= DateLength || !IsDate(text[..DateLength]) || text[DateLength] is not ('T' or 't'))
            return false;

        var rest = text[(DateLength + 1)..];
        if (!TryTake(ref rest, null, 23, out var hour)
            || !TryTake(ref rest, ':', 59, out var minute)
            || !TryTake(ref rest, ':', 60, out var second))
        {
            return false;
        }

        if (rest is ['.', ..])
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits < 1)
                return false;
            rest = rest[(digits + 1)..];
        }

        return TryReadOffset(rest, out var offset) && (second < 60 || IsLastMinute((hour * 60) + minute - offset));
    }

    private const int DateLength = 10;
    private const int MinutesOfDay = 24 * 60;

    private static bool IsLastMinute(int minuteInUtc) => (minuteInUtc + MinutesOfDay) % MinutesOfDay == MinutesOfDay - 1;

    private static bool TryReadOffset(ReadOnlySpan<char> text, out int minutes)
    {
        minutes = 0;
        if (text is ['Z' or 'z'])
            return true;
        if (text is not ['+' or '-', ..])
            return false;

        var rest = text[1..];
        if (!TryTake(ref rest, null, 23, out var hour) || !TryTake(ref rest, ':', 59, out var minute) || !rest.IsEmpty)
            return false;

        minutes = (text[0] == '-' ? -1 : 1) * ((hour * 60) + minute);
        return true;
    }

    /// <summary>Takes a two-digit number, after a separator when one is named.</summary>
    private static bool TryTake(ref ReadOnlySpan<char> rest, char? separator, int greatest, out int number)
    {
        number = 0;
        if (separator is { } expected)
        {
            if (rest.IsEmpty || rest[0] != expected)
                return false;
            rest = rest[1..];
        }

        if (rest.Length < 2 || !char.IsAsciiDigit(rest[0]) || !char.IsAsciiDigit(rest[1]))
            return false;

        number = ((rest[0] - '0') * 10) + (rest[1] - '0');
        rest = rest[2..];
        return number <= greatest;
    }
}
