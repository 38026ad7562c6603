using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Aggregator.JmesPath.Scanning;

/// <summary>Strings: from their JSON text to what they stand for, and back (RFC 8259 §7).</summary>
internal static class StringText
{
    private const int LongestEscape = 6;

    private static readonly SearchValues<byte> MustEscape =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (byte)code), (byte)'"', (byte)'\\']);

    /// <summary>What stands between the quotes.</summary>
    public static ReadOnlySpan<byte> Raw(JsonValue text) => text.Text[1..^1];

    /// <summary>What the string stands for, in UTF-8: the slice itself unless it has escapes.</summary>
    public static ReadOnlySpan<byte> Decode(JsonValue text) => Decode(Raw(text));

    /// <summary>What a string stands for.</summary>
    /// <param name="raw">What stands between its quotes.</param>
    public static ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> raw)
    {
        var first = raw.IndexOf((byte)'\\');
        if (first < 0)
        {
            return raw;
        }

        var decoded = new byte[raw.Length];
        return decoded.AsSpan(0, Unescape(raw, first, decoded));
    }

    public static bool Equal(JsonValue one, JsonValue other)
    {
        var raw = Raw(one);
        var otherRaw = Raw(other);
        return raw.SequenceEqual(otherRaw)
            || ((raw.Contains((byte)'\\') || otherRaw.Contains((byte)'\\')) && Decode(raw).SequenceEqual(Decode(otherRaw)));
    }

    /// <summary>Whether escaped text stands for some UTF-8.</summary>
    public static bool DecodedEquals(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> utf8) =>
        raw.Length <= utf8.Length * LongestEscape && Decode(raw).SequenceEqual(utf8);

    /// <summary>How many code points there are in UTF-8 text.</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The offset, in bytes, of a code point.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="codePoints">How many code points precede it; the end of the text is past the last.</param>
    public static int OffsetOf(ReadOnlySpan<byte> utf8, int codePoints)
    {
        var at = 0;
        for (var i = 0; i < codePoints; i++)
        {
            at += Length(utf8[at]);
        }

        return at;
    }

    /// <summary>How many bytes a code point takes, by its first.</summary>
    public static int Length(byte first) => first switch
    {
        < 0x80 => 1,
        < 0xE0 => 2,
        < 0xF0 => 3,
        _ => 4,
    };

    /// <summary>The JSON string for UTF-8 text.</summary>
    public static JsonValue ToJson(ReadOnlySpan<byte> utf8)
    {
        var extra = 0;
        for (var rest = utf8; rest.IndexOfAny(MustEscape) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            extra += ShortEscape(rest[at]) == 0 ? LongestEscape - 1 : 1;
        }

        var json = new byte[utf8.Length + extra + 2];
        json[0] = json[^1] = (byte)'"';
        if (extra == 0)
        {
            utf8.CopyTo(json.AsSpan(1));
        }
        else
        {
            Escape(utf8, json.AsSpan(1));
        }

        return JsonValue.Whole(json);
    }

    private static void Escape(ReadOnlySpan<byte> utf8, Span<byte> json)
    {
        var to = 0;
        foreach (var unit in utf8)
        {
            if (!MustEscape.Contains(unit))
            {
                json[to++] = unit;
                continue;
            }

            json[to++] = (byte)'\\';
            var letter = ShortEscape(unit);
            if (letter != 0)
            {
                json[to++] = letter;
                continue;
            }

            "u00"u8.CopyTo(json[to..]);
            _ = Utf8Formatter.TryFormat(unit, json[(to + 3)..], out _, new StandardFormat('x', 2));
            to += LongestEscape - 1;
        }
    }

    private static byte ShortEscape(byte unit) => unit switch
    {
        (byte)'"' or (byte)'\\' => unit,
        (byte)'\b' => (byte)'b',
        (byte)'\f' => (byte)'f',
        (byte)'\n' => (byte)'n',
        (byte)'\r' => (byte)'r',
        (byte)'\t' => (byte)'t',
        _ => 0,
    };

    private static int Unescape(ReadOnlySpan<byte> raw, int first, Span<byte> decoded)
    {
        raw[..first].CopyTo(decoded);
        var (from, to) = (first, first);
        while (from < raw.Length)
        {
            var unit = raw[from++];
            if (unit != (byte)'\\')
            {
                decoded[to++] = unit;
                continue;
            }

            var letter = raw[from++];
            if (letter != (byte)'u')
            {
                decoded[to++] = Meaning(letter);
                continue;
            }

            var code = (int)ReadUnit(raw, ref from);
            if (char.IsHighSurrogate((char)code))
            {
                from += 2;
                code = char.ConvertToUtf32((char)code, ReadUnit(raw, ref from));
            }

            to += new Rune(code).EncodeToUtf8(decoded[to..]);
        }

        return to;
    }

    private static char ReadUnit(ReadOnlySpan<byte> raw, ref int from)
    {
        _ = Utf8Parser.TryParse(raw.Slice(from, 4), out ushort unit, out _, 'x');
        from += 4;
        return (char)unit;
    }

    private static byte Meaning(byte letter) => letter switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => letter,
    };
}
