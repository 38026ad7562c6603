using System.Buffers;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>The common parts of field values: tokens, optional whitespace, comma-separated lists (RFC 9110 §5.6).</summary>
internal static class FieldSyntax
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Whether the text is a token (RFC 9110 §5.6.2).</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    /// <summary>How many characters at the beginning of the text belong to a token.</summary>
    public static int TokenLength(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? text.Length : end;
    }

    /// <summary>The text without optional whitespace around it (RFC 9110 §5.6.3).</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t");

    /// <summary>
    /// The members of comma-separated lists on any number of lines, trimmed, empty ones left out (RFC 9110 §5.6.1.2). A comma inside
    /// a quoted string parts nothing; a quoted string that never ends takes the rest of its line.
    /// </summary>
    public static List<string> Members(IReadOnlyList<string> lines)
    {
        var members = new List<string>();
        foreach (string line in lines)
        {
            int start = 0;
            bool quoted = false;
            for (int i = 0; i < line.Length; i++)
            {
                char c = line[i];
                if (quoted && c == '\\')
                    i++;
                else if (c == '"')
                    quoted = !quoted;
                else if (c == ',' && !quoted)
                {
                    AddMember(members, line.AsSpan(start, i - start));
                    start = i + 1;
                }
            }
            AddMember(members, line.AsSpan(start));
        }
        return members;
    }

    private static void AddMember(List<string> members, ReadOnlySpan<char> text)
    {
        var member = Trim(text);
        if (!member.IsEmpty)
            members.Add(member.ToString());
    }
}
