namespace Aggregator.Identity;

/// <summary>
/// E-mail addresses as people have them: the dot-string and domain of RFC 5321 §4.1.2, without quoted local parts and address literals.
/// </summary>
internal static class EmailAddress
{
    /// <summary>Whether a text is an address.</summary>
    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (text.Length > MaxLength || at is < 1 or > MaxLocalLength)
            return false;

        return EachPart(text.AsSpan(0, at), IsAtom) && EachPart(text.AsSpan(at + 1), IsLabel);
    }

    // RFC 5321 §4.5.3.1, and its erratum 1690 for the whole.
    private const int MaxLength = 254;
    private const int MaxLocalLength = 64;
    private const int MaxLabelLength = 63;

    private static bool EachPart(ReadOnlySpan<char> text, Func<ReadOnlySpan<char>, bool> isValid)
    {
        foreach (var part in text.Split('.'))
        {
            if (!isValid(text[part]))
                return false;
        }

        return true;
    }

    private static bool IsAtom(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !"!#$%&'*+-/=?^_`{|}~".Contains(character))
                return false;
        }

        return !part.IsEmpty;
    }

    private static bool IsLabel(ReadOnlySpan<char> part)
    {
        foreach (var character in part)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                return false;
        }

        return part.Length is > 0 and <= MaxLabelLength && part[0] != '-' && part[^1] != '-';
    }
}
