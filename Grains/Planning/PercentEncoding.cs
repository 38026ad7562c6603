using System.Buffers;
using System.Text;

namespace Aggregator.Planning;

/// <summary>The characters that a URL may carry, and the encoding of those that it may not (RFC 3986 §2).</summary>
internal static class PercentEncoding
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private static readonly SearchValues<char> UnreservedCharacters = SearchValues.Create(Unreserved);

    /// <summary>pchar without its percent-encoded form, and the slash.</summary>
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(Unreserved + "!$&'()*+,;=:@/");

    /// <summary>Whether a character may stand in a query as it is; <c>/</c> and <c>?</c> too (RFC 3986 §3.4).</summary>
    public static bool IsQueryCharacter(char character) => character == '?' || PathCharacters.Contains(character);

    /// <summary>Whether a character may stand in a path as it is.</summary>
    public static bool IsPathCharacter(char character) => PathCharacters.Contains(character);

    /// <summary>Whether a text begins with a percent sign and two hexadecimal digits.</summary>
    public static bool StartsWithTriple(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    /// <summary>Appends a text as UTF-8 with all but unreserved characters encoded; half of a surrogate pair becomes U+FFFD.</summary>
    public static void Append(StringBuilder output, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(UnreservedCharacters);
            if (plain < 0)
            {
                output.Append(text);
                return;
            }

            output.Append(text[..plain]);
            text = text[plain..];
            _ = Rune.DecodeFromUtf16(text, out var rune, out var consumed);
            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
                output.Append('%').Append(HexDigits[octet >> 4]).Append(HexDigits[octet & 0xF]);
            text = text[consumed..];
        }
    }

    private const string HexDigits = "0123456789ABCDEF";
}
