namespace Aggregator.JmesPath.Scanning;

/// <summary>
/// A number taken apart without rounding: ±0.d₁d₂d₃… × 10^<see cref="Magnitude"/>, where d₁ is not 0. Exponents past ±10^17 count as
/// that.
/// </summary>
internal readonly ref struct NumberParts
{
    private const long LargestExponent = 100_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> _digits;

    public NumberParts(ReadOnlySpan<byte> text)
    {
        IsNegative = text[0] == (byte)'-';
        var mantissa = IsNegative ? text[1..] : text;
        var exponentAt = mantissa.IndexOfAny((byte)'e', (byte)'E');
        if (exponentAt >= 0)
        {
            Magnitude = Exponent(mantissa[(exponentAt + 1)..]);
            mantissa = mantissa[..exponentAt];
        }

        var point = mantissa.IndexOf((byte)'.');
        var first = mantissa.IndexOfAnyExcept((byte)'0', (byte)'.');
        if (first < 0)
        {
            (Magnitude, IsNegative) = (0, false);
            return;
        }

        _digits = mantissa[first..];
        var whole = point < 0 ? mantissa.Length : point;
        Magnitude += first < whole ? whole - first : whole + 1 - first;
    }

    public bool IsNegative { get; }

    public bool IsZero => _digits.IsEmpty;

    /// <summary>How many digits stand before the decimal point; negative when zeros stand behind it.</summary>
    public long Magnitude { get; }

    public bool IsInteger
    {
        get
        {
            var significant = _digits.TrimEnd("0."u8);
            return significant.Length - (significant.Contains((byte)'.') ? 1 : 0) <= Math.Max(0, Magnitude);
        }
    }

    /// <summary>Copies the digits before the decimal point, which there must be room for.</summary>
    public void CopyWhole(Span<byte> digits)
    {
        digits.Fill((byte)'0');
        var at = 0;
        for (var i = 0; i < _digits.Length && at < digits.Length; i++)
        {
            if (_digits[i] != (byte)'.')
            {
                digits[at++] = _digits[i];
            }
        }
    }

    public int CompareTo(NumberParts other)
    {
        if (IsZero || other.IsZero || IsNegative != other.IsNegative)
        {
            return Sign.CompareTo(other.Sign);
        }

        var size = Magnitude != other.Magnitude ? Magnitude.CompareTo(other.Magnitude) : CompareDigits(_digits, other._digits);
        return IsNegative ? -size : size;
    }

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private static int CompareDigits(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            i += i < one.Length && one[i] == (byte)'.' ? 1 : 0;
            j += j < other.Length && other[j] == (byte)'.' ? 1 : 0;
            if (i >= one.Length && j >= other.Length)
            {
                return 0;
            }

            var digit = i < one.Length ? one[i] : (byte)'0';
            var otherDigit = j < other.Length ? other[j] : (byte)'0';
            if (digit != otherDigit)
            {
                return digit.CompareTo(otherDigit);
            }

            i++;
            j++;
        }
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        var exponent = 0L;
        foreach (var unit in text.TrimStart("+-"u8))
        {
            exponent = Math.Min((exponent * 10) + unit - (byte)'0', LargestExponent);
        }

        return text[0] == (byte)'-' ? -exponent : exponent;
    }
}
