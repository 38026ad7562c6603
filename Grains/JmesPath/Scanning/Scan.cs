using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Scanning;

/// <summary>Finds its way through JSON text that was checked (<see cref="JsonText.Check"/>): nothing here looks for errors.</summary>
internal static class Scan
{
    /// <summary>The first offset from <paramref name="at"/> on that is no white space.</summary>
    public static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] <= (byte)' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>The offset past the value that starts at <paramref name="at"/>.</summary>
    public static int End(ReadOnlySpan<byte> text, int at) => text[at] switch
    {
        (byte)'"' => StringEnd(text, at),
        (byte)'{' or (byte)'[' => ContainerScan.End(text, at),
        _ => WordEnd(text, at),
    };

    /// <summary>The offset past the string whose opening quote is at <paramref name="at"/>.</summary>
    public static int StringEnd(ReadOnlySpan<byte> text, int at) => StringRest(text, at + 1);

    /// <summary>The offset past the string that <paramref name="at"/> is within.</summary>
    public static int StringRest(ReadOnlySpan<byte> text, int at)
    {
        while (true)
        {
            at += text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (text[at] == (byte)'"')
            {
                return at + 1;
            }

            at += 2;
        }
    }

    /// <summary>Looks a member of an object up; the last one of the name counts, so the object is read to its end.</summary>
    public static bool TryFindMember(byte[] buffer, int start, MemberName name, out JsonValue value)
    {
        value = default;
        var found = false;
        ReadOnlySpan<byte> text = buffer;
        var at = SkipSpace(text, start + 1);
        while (text[at] != (byte)'}')
        {
            var nameEnd = StringEnd(text, at);
            var matches = name.Matches(text[(at + 1)..(nameEnd - 1)]);
            var valueStart = MemberValue(text, nameEnd);
            var valueEnd = End(text, valueStart);
            if (matches)
            {
                value = JsonValue.Slice(buffer, valueStart, valueEnd - valueStart);
                found = true;
            }

            at = Next(text, valueEnd);
        }

        return found;
    }

    /// <summary>Looks several members up in one pass; those that are not there are left as they are.</summary>
    public static void FindMembers(byte[] buffer, int start, MemberName[] names, Span<JsonValue> values)
    {
        ReadOnlySpan<byte> text = buffer;
        var at = SkipSpace(text, start + 1);
        while (text[at] != (byte)'}')
        {
            var nameEnd = StringEnd(text, at);
            var raw = text[(at + 1)..(nameEnd - 1)];
            var valueStart = MemberValue(text, nameEnd);
            var valueEnd = End(text, valueStart);
            for (var i = 0; i < names.Length; i++)
            {
                if (names[i].Matches(raw))
                {
                    values[i] = JsonValue.Slice(buffer, valueStart, valueEnd - valueStart);
                }
            }

            at = Next(text, valueEnd);
        }
    }

    /// <summary>The offset of a member's value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nameEnd">The offset past its name.</param>
    public static int MemberValue(ReadOnlySpan<byte> text, int nameEnd) => SkipSpace(text, SkipSpace(text, nameEnd) + 1);

    /// <summary>The offset of the next element or member, or of the closing bracket.</summary>
    /// <param name="text">The text.</param>
    /// <param name="valueEnd">The offset past an element or a member's value.</param>
    public static int Next(ReadOnlySpan<byte> text, int valueEnd)
    {
        var at = SkipSpace(text, valueEnd);
        return text[at] == (byte)',' ? SkipSpace(text, at + 1) : at;
    }

    private static int WordEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is > (byte)' ' and not ((byte)',' or (byte)']' or (byte)'}'))
        {
            at++;
        }

        return at;
    }
}
