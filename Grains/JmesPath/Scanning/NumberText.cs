using System.Globalization;

namespace Aggregator.JmesPath.Scanning;

/// <summary>Numbers as text (RFC 8259 §6): compared by value whatever their size, and read as decimals to compute with.</summary>
internal static class NumberText
{
    // So many digits always fit a decimal exactly.
    private const int ExactDigits = 28;

    /// <summary>The number as JSON text in its shortest form.</summary>
    public static JsonValue ToJson(decimal number)
    {
        Span<byte> text = stackalloc byte[40];
        _ = number.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        text = text[..length];
        if (text.Contains((byte)'.'))
        {
            text = text.TrimEnd((byte)'0').TrimEnd((byte)'.');
        }

        return JsonValue.Whole(number == 0 ? "0"u8.ToArray() : text.ToArray());
    }

    /// <summary>The number as a decimal, rounded to the 28 or 29 digits that it has; false if it is too large for one.</summary>
    public static bool TryToDecimal(ReadOnlySpan<byte> text, out decimal number)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return true;
        }

        // 0e999 and 1e-999 are no more than 0, whatever the parser thinks of their exponents.
        var parts = new NumberParts(text);
        return parts.IsZero || parts.Magnitude < -ExactDigits;
    }

    /// <summary>The number as a decimal, if a decimal can hold exactly that number.</summary>
    public static bool TryToExactDecimal(ReadOnlySpan<byte> text, out decimal number)
    {
        number = 0;
        return text.Length <= ExactDigits
            && !text.ContainsAny((byte)'e', (byte)'E')
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number as an integer.</summary>
    /// <returns>The integer, moved into the range of an <see cref="int"/>; null if the number is none.</returns>
    public static int? ToInteger(ReadOnlySpan<byte> text)
    {
        var parts = new NumberParts(text);
        if (!parts.IsInteger)
        {
            return null;
        }

        return TryToDecimal(text, out var number)
            ? (int)Math.Clamp(number, int.MinValue, int.MaxValue)
            : parts.IsNegative ? int.MinValue : int.MaxValue;
    }

    /// <summary>Compares by value: less than 0, 0 or more than 0.</summary>
    public static int Compare(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other))
        {
            return 0;
        }

        return TryToExactDecimal(one, out var number) && TryToExactDecimal(other, out var otherNumber)
            ? number.CompareTo(otherNumber)
            : new NumberParts(one).CompareTo(new NumberParts(other));
    }
}
