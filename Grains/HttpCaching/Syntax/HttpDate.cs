using System.Globalization;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>
/// A date in one of the three forms of RFC 9110 §5.6.7, and in no other: a date that is almost right is no date. Letter case is
/// free. The name of the weekday must be one, but need not be the right one.
/// </summary>
public static class HttpDate
{
    private static readonly string[] Weekdays =
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Reads a date.</summary>
    /// <param name="text">The whole field value.</param>
    /// <param name="now">The time by which a two-digit year is placed.</param>
    /// <param name="value">The date; the default when the text is none.</param>
    public static bool TryParse(ReadOnlySpan<char> text, DateTimeOffset now, out DateTimeOffset value)
    {
        value = default;
        int comma = text.IndexOf(',');
        return comma switch
        {
            -1 => TryParseAsctime(text, out value),
            3 => TryParseFixdate(text, out value),
            _ => TryParseRfc850(text, comma, now, out value),
        };
    }

    /// <summary>Reads a field of one line, as <see cref="TryParse"/> does; absent, on several lines or no date: null.</summary>
    public static DateTimeOffset? Of(HeaderFields fields, string name, DateTimeOffset now) =>
        fields.Only(name) is { } text && TryParse(text, now, out var value) ? value : null;

    /// <summary>Writes a date in the preferred form (IMF-fixdate).</summary>
    public static string Format(DateTimeOffset value) => value.ToString("r", CultureInfo.InvariantCulture);

    // Sun, 06 Nov 1994 08:49:37 GMT
    private static bool TryParseFixdate(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        return text.Length == 29
            && IsShortWeekday(text[..3])
            && text[4] == ' ' && text[7] == ' ' && text[11] == ' ' && text[16] == ' '
            && Digits(text.Slice(5, 2), out int day)
            && Digits(text.Slice(12, 4), out int year)
            && text[25..].Equals(" GMT", StringComparison.OrdinalIgnoreCase)
            && TryAssemble(year, text.Slice(8, 3), day, text.Slice(17, 8), out value);
    }

    // Sunday, 06-Nov-94 08:49:37 GMT
    private static bool TryParseRfc850(ReadOnlySpan<char> text, int comma, DateTimeOffset now, out DateTimeOffset value)
    {
        value = default;
        var rest = text[(comma + 1)..];
        if (rest.Length != 23 || !IsLongWeekday(text[..comma])
            || rest[0] != ' ' || rest[3] != '-' || rest[7] != '-' || rest[10] != ' '
            || !Digits(rest.Slice(1, 2), out int day)
            || !Digits(rest.Slice(8, 2), out int year)
            || !rest[19..].Equals(" GMT", StringComparison.OrdinalIgnoreCase))
            return false;
        int century = now.UtcDateTime.Year / 100 * 100;
        var month = rest.Slice(4, 3);
        var time = rest.Slice(11, 8);
        // RFC 9110 §5.6.7: more than 50 years ahead means the latest past year with these two digits.
        if (TryAssemble(century + 100 + year, month, day, time, out value) && value <= now.AddYears(50))
            return true;
        return (TryAssemble(century + year, month, day, time, out value) && value <= now.AddYears(50))
            || TryAssemble(century - 100 + year, month, day, time, out value);
    }

    // Sun Nov  6 08:49:37 1994
    private static bool TryParseAsctime(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length != 24 || !IsShortWeekday(text[..3])
            || text[3] != ' ' || text[7] != ' ' || text[10] != ' ' || text[19] != ' ')
            return false;
        var day = text[8] == ' ' ? text.Slice(9, 1) : text.Slice(8, 2);
        return Digits(day, out int number)
            && Digits(text[20..], out int year)
            && TryAssemble(year, text.Slice(4, 3), number, text.Slice(11, 8), out value);
    }

    private static bool TryAssemble(int year, ReadOnlySpan<char> monthName, int day, ReadOnlySpan<char> time, out DateTimeOffset value)
    {
        value = default;
        int month = 1 + IndexOf(Months, monthName, 3);
        if (time[2] != ':' || time[5] != ':'
            || !Digits(time[..2], out int hour) || !Digits(time.Slice(3, 2), out int minute) || !Digits(time[6..], out int second))
            return false;
        if (year is < 1 or > 9998 || month == 0 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 60)
            return false;
        value = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero).AddSeconds(second); // 60 is a leap second
        return true;
    }

    private static bool IsShortWeekday(ReadOnlySpan<char> text) => IndexOf(Weekdays, text, 3) >= 0;

    private static bool IsLongWeekday(ReadOnlySpan<char> text) => IndexOf(Weekdays, text, int.MaxValue) >= 0;

    private static int IndexOf(string[] names, ReadOnlySpan<char> text, int length)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (text.Equals(names[i].AsSpan(0, Math.Min(length, names[i].Length)), StringComparison.OrdinalIgnoreCase))
                return i;
        }
        return -1;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.ContainsAnyExceptInRange('0', '9'))
            return false;
        foreach (char c in text)
            value = value * 10 + (c - '0');
        return true;
    }
}
