using System.Globalization;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>One range of bytes as a client asks for it (RFC 9110 §14.1.2).</summary>
/// <param name="First">The first byte's position; null for a suffix.</param>
/// <param name="Last">The last byte's position, null for the end; for a suffix its length.</param>
public readonly record struct ByteRange(long? First, long? Last)
{
    /// <summary>
    /// Reads a Range field that asks for one range of bytes. Anything else (another unit, several ranges, a malformed value) may be
    /// ignored and the whole representation be sent (RFC 9110 §14.2): false.
    /// </summary>
    public static bool TryParse(IReadOnlyList<string> lines, out ByteRange range)
    {
        range = default;
        if (lines.Count != 1)
            return false;
        var text = FieldSyntax.Trim(lines[0]);
        if (!text.StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            return false;
        var members = FieldSyntax.Members([text[6..].ToString()]);
        if (members.Count != 1)
            return false;
        string spec = members[0];
        int dash = spec.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !TryPosition(spec.AsSpan(0, dash), out long? first) || !TryPosition(spec.AsSpan(dash + 1), out long? last))
            return false;
        if ((first is null && last is null) || (first is not null && last < first))
            return false;
        range = new(first, last);
        return true;
    }

    /// <summary>Where the range lies in a representation.</summary>
    /// <param name="length">The representation's length in bytes.</param>
    /// <param name="start">The first byte's position.</param>
    /// <param name="count">How many bytes.</param>
    /// <returns>False if no byte of it exists (RFC 9110 §14.1.2: unsatisfiable).</returns>
    public bool TryResolve(long length, out long start, out long count)
    {
        start = First ?? Math.Max(0, length - Last.GetValueOrDefault());
        long end = First is null ? length : Math.Min(length, Last is { } last && last < long.MaxValue ? last + 1 : long.MaxValue);
        count = end - start;
        return count > 0;
    }

    // A position too large for a long lies past every representation that can be held.
    private static bool TryPosition(ReadOnlySpan<char> digits, out long? position)
    {
        position = null;
        if (digits.IsEmpty)
            return true;
        if (digits.ContainsAnyExceptInRange('0', '9'))
            return false;
        position = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : long.MaxValue;
        return true;
    }
}
