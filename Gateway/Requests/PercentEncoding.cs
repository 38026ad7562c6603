using System.Buffers;
using System.Text;

namespace Aggregator.Gateway.Requests;

/// <summary>Strict percent-decoding (RFC 3986 §2.1) of text that must be UTF-8.</summary>
internal static class PercentEncoding
{
    /// <summary>Decodes a part of a request's target.</summary>
    /// <param name="coded">The part as it was sent.</param>
    /// <param name="plusIsSpace">Whether <c>+</c> is a space, as in the queries that forms make.</param>
    /// <returns>The text; null when an escape is not two hexadecimal digits or the bytes are not UTF-8.</returns>
    public static string? TryDecode(ReadOnlySpan<char> coded, bool plusIsSpace)
    {
        if (!coded.ContainsAnyExcept(Plain))
            return coded.ToString();

        var bytes = new byte[coded.Length];
        var length = 0;
        for (var at = 0; at < coded.Length; at++)
        {
            var one = coded[at];
            if (one == '%')
            {
                if (at + 2 >= coded.Length || !char.IsAsciiHexDigit(coded[at + 1]) || !char.IsAsciiHexDigit(coded[at + 2]))
                    return null;
                bytes[length++] = Convert.FromHexString(coded.Slice(at + 1, 2))[0];
                at += 2;
            }
            else if (char.IsAscii(one))
            {
                bytes[length++] = one == '+' && plusIsSpace ? (byte)' ' : (byte)one;
            }
            else
            {
                return null;
            }
        }

        return Text(bytes.AsSpan(0, length));
    }

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:@!$'()*;/?");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
