using System.Globalization;

namespace Aggregator.Identity;

/// <summary>
/// An exact decimal number of any size that has one text, however it was written: <c>1.50</c> and <c>15e-1</c> are both <c>1.5</c>.
/// </summary>
/// <remarks>It is the digits that were sent and never passes through binary floating point, so no digit is lost or invented.</remarks>
internal readonly struct CanonicalNumber
{
    /// <summary>The significant digits, with no zero at either end; empty, and null in the default value, for zero.</summary>
    private readonly string? _digits;

    private readonly bool _negative;

    /// <summary>Where the decimal point stands, counted from before the first digit: the number is 0.DIGITS × 10^<c>_point</c>.</summary>
    private readonly int _point;

    private CanonicalNumber(string digits, bool negative, int point)
    {
        _digits = digits;
        _negative = negative;
        _point = point;
    }

    /// <summary>The greatest power of ten that an exponent may bring a number to, in either direction; one beyond it is out of range.</summary>
    public const int MaxExponent = 400;

    /// <summary>The most zeros written beside the digits before a number takes an exponent: a short one cannot grow a long text.</summary>
    private const int MaxPlainZeros = 20;

    /// <summary>Whether the number is whole.</summary>
    public bool IsInteger => Digits.Length <= _point || Digits.Length == 0;

    private string Digits => _digits ?? "";

    /// <summary>Whether the number can be written with an exponent that will be read again.</summary>
    private bool HasExponentInRange => Digits.Length == 0 || Math.Abs(_point - 1) <= MaxExponent;

    /// <summary>Reads a number as RFC 8259 §6 writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <returns>False when the text is no number or its exponent brings it beyond <see cref="MaxExponent"/>.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out CanonicalNumber number)
    {
        number = default;
        var rest = text;
        var negative = rest is ['-', ..];
        if (negative)
            rest = rest[1..];

        var whole = TakeDigits(ref rest);
        if (whole.IsEmpty || (whole.Length > 1 && whole[0] == '0'))
            return false;

        ReadOnlySpan<char> fraction = [];
        if (rest is ['.', ..])
        {
            rest = rest[1..];
            fraction = TakeDigits(ref rest);
            if (fraction.IsEmpty)
                return false;
        }

        if (!TryTakeExponent(ref rest, out var exponent) || !rest.IsEmpty)
            return false;

        number = Of(negative, whole, fraction, exponent);
        return exponent == 0 || number.HasExponentInRange;
    }

    /// <summary>Reads a whole number as people write one: an optional sign and digits, leading zeros allowed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <returns>False when the text is anything else.</returns>
    public static bool TryParseInteger(ReadOnlySpan<char> text, out CanonicalNumber number)
    {
        var rest = text is ['-' or '+', ..] ? text[1..] : text;
        var whole = TakeDigits(ref rest);
        number = Of(text is ['-', ..], whole, [], 0);
        return !whole.IsEmpty && rest.IsEmpty;
    }

    /// <summary>The same number.</summary>
    /// <param name="number">A decimal.</param>
    public static CanonicalNumber From(decimal number)
    {
        // A decimal's invariant text has JSON's form and no exponent, so it always parses.
        _ = TryParse(number.ToString(CultureInfo.InvariantCulture), out var exact);
        return exact;
    }

    /// <summary>Less than zero, zero or more as this number is less than, equal to or greater than another.</summary>
    public int CompareTo(CanonicalNumber other)
    {
        var (sign, otherSign) = (Sign(), other.Sign());
        if (sign != otherSign || sign == 0)
            return sign.CompareTo(otherSign);

        var magnitude = _point != other._point ? _point.CompareTo(other._point) : string.CompareOrdinal(Digits, other.Digits);
        return sign * magnitude;
    }

    /// <summary>The number's one text, which is JSON: with an exponent only if more than 20 zeros would stand beside its digits and it can be read again.</summary>
    public override string ToString() => Text(MaxPlainZeros);

    /// <summary>The text of a whole number: its digits, however many.</summary>
    public string ToIntegerString() => Text(int.MaxValue);

    private string Text(int maxZeros)
    {
        var (digits, sign) = (Digits, _negative ? "-" : "");
        if (digits.Length == 0)
            return "0";

        if (HasExponentInRange && (_point - digits.Length > maxZeros || -_point > maxZeros))
        {
            var exponent = (_point - 1).ToString(CultureInfo.InvariantCulture);
            return digits.Length == 1 ? $"{sign}{digits}e{exponent}" : $"{sign}{digits[0]}.{digits.AsSpan(1)}e{exponent}";
        }

        if (_point <= 0)
            return $"{sign}0.{new string('0', -_point)}{digits}";

        return _point >= digits.Length
            ? sign + digits.PadRight(_point, '0')
            : $"{sign}{digits.AsSpan(0, _point)}.{digits.AsSpan(_point)}";
    }

    private int Sign() => Digits.Length == 0 ? 0 : _negative ? -1 : 1;

    private static CanonicalNumber Of(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent)
    {
        var all = string.Concat(whole, fraction);
        var significant = all.AsSpan().TrimStart('0');
        var point = whole.Length + exponent - (all.Length - significant.Length);
        significant = significant.TrimEnd('0');
        return significant.IsEmpty ? default : new(significant.Length == all.Length ? all : significant.ToString(), negative, point);
    }

    private static ReadOnlySpan<char> TakeDigits(scoped ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest : rest[..end];
        rest = rest[digits.Length..];
        return digits;
    }

    private static bool TryTakeExponent(scoped ref ReadOnlySpan<char> rest, out int exponent)
    {
        exponent = 0;
        if (rest is not ['e' or 'E', ..])
            return true;

        rest = rest[1..];
        var negative = rest is ['-', ..];
        if (rest is ['-' or '+', ..])
            rest = rest[1..];

        var digits = TakeDigits(ref rest);
        if (digits.IsEmpty)
            return false;

        var significant = digits.TrimStart('0');
        if (significant.Length > 3)
            return false;

        foreach (var digit in significant)
            exponent = (exponent * 10) + (digit - '0');
        exponent = negative ? -exponent : exponent;
        return true;
    }
}
