using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>A format that a string parameter can be held to.</summary>
internal sealed class StringFormat
{
    private readonly Func<string, bool> _matches;

    private StringFormat(string name, string meaning, Func<string, bool> matches) => (Name, Meaning, _matches) = (name, meaning, matches);

    /// <summary>The format's name in a definition.</summary>
    public string Name { get; }

    /// <summary>What a value must be, for people, with an example.</summary>
    public string Meaning { get; }

    /// <summary>Every format, in the order of the documentation.</summary>
    public static ImmutableArray<StringFormat> All { get; } =
    [
        new("date", "a calendar date such as 2026-11-23", text => Rfc3339.IsDate(text)),
        new("date-time", "a date and time with an offset, such as 2026-11-23T08:30:00Z", text => Rfc3339.IsDateTime(text)),
        new("uuid", "a UUID such as 6f1d3c1e-8f0a-4d0b-9a53-0c5d7e2f4b61", IsUuid),
        new("email", "an e-mail address such as ann@example.com", EmailAddress.IsValid),
        new("uri", "an absolute URI such as https://example.com/a", IsUri),
    ];

    /// <summary>The format of a name; null when there is none.</summary>
    public static StringFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);

    /// <summary>Whether a text has the format.</summary>
    public bool IsMatch(string text) => _matches(text);

    /// <summary>RFC 9562 §4. Guid.TryParseExact would also take white space around it.</summary>
    private static bool IsUuid(string text)
    {
        if (text.Length != 36)
            return false;

        for (var at = 0; at < text.Length; at++)
        {
            if (at is 8 or 13 or 18 or 23 ? text[at] != '-' : !char.IsAsciiHexDigit(text[at]))
                return false;
        }

        return true;
    }

    /// <summary>
    /// RFC 3986 §4.3: a scheme, then only characters that a URI may have. System.Uri alone would repair what is wrong, and takes a rooted
    /// path for a file's address.
    /// </summary>
    private static bool IsUri(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == text.Length - 1 || !char.IsAsciiLetter(text[0]))
            return false;

        foreach (var character in text.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('+' or '-' or '.'))
                return false;
        }

        return HasUriCharacters(text.AsSpan(colon + 1)) && Uri.TryCreate(text, UriKind.Absolute, out _);
    }

    private static bool HasUriCharacters(ReadOnlySpan<char> text)
    {
        var fragments = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])))
                return false;
            if (text[at] == '#' && ++fragments > 1)
                return false;
            if (!char.IsAsciiLetterOrDigit(text[at]) && !"-._~:/?#[]@!$&'()*+,;=%".Contains(text[at]))
                return false;
        }

        return true;
    }
}
