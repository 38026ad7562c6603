using System.Globalization;

namespace Aggregator.Identity;

/// <summary>Text that every part of the way can carry: no NUL, no half of a surrogate pair.</summary>
internal static class WellFormedText
{
    /// <summary>What keeps a text from being carried, for people; null when nothing does.</summary>
    public static string? Fault(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0')
                return "the character NUL";
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return "half of a surrogate pair";
            at++;
        }

        return null;
    }

    /// <summary>The length of a text without fault in Unicode code points.</summary>
    public static int CodePoints(ReadOnlySpan<char> text)
    {
        var pairs = 0;
        foreach (var unit in text)
        {
            if (char.IsHighSurrogate(unit))
                pairs++;
        }

        return text.Length - pairs;
    }

    /// <summary>Whether JSON text escapes half of a surrogate pair (RFC 8259 §8.2), which no reader can turn into text.</summary>
    /// <param name="json">Well-formed JSON: a backslash stands in strings only, and begins a whole escape.</param>
    public static bool HasLoneSurrogateEscape(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length; at++)
        {
            if (json[at] != '\\')
                continue;

            if (CodeUnit(json[at..]) is not { } unit || !char.IsSurrogate(unit))
            {
                at++;
                continue;
            }

            if (CodeUnit(json[(at + EscapeLength)..]) is not { } next || !char.IsSurrogatePair(unit, next))
                return true;
            at += (2 * EscapeLength) - 1;
        }

        return false;
    }

    /// <summary>The length of an escape such as <c>\u0041</c>.</summary>
    private const int EscapeLength = 6;

    private static char? CodeUnit(ReadOnlySpan<byte> json) =>
        json.Length >= EscapeLength && json[0] == '\\' && json[1] == 'u'
            && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
