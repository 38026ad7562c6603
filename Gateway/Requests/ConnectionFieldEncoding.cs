using System.Text;
using Aggregator.Resources;

namespace Aggregator.Gateway.Requests;

/// <summary>
/// Reads the Connection field of requests, an octet a character, so that the names in it survive. When it holds just one option that the server
/// knows, the server puts that option in place of the whole field, and what the client named beside it would travel on. Where both
/// <c>keep-alive</c> and <c>close</c> stand in it, it is left alone; so they are added, and the connection closes after the answer, as a server
/// may at any time (RFC 9112 §9.6). Names of fields that belong to connections anyway need no such care.
/// </summary>
internal sealed class ConnectionFieldEncoding : Encoding
{
    /// <summary>The only one there is.</summary>
    public static readonly ConnectionFieldEncoding Instance = new();

    private ConnectionFieldEncoding()
    {
    }

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => Read(bytes.AsSpan(index, count)).Length;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Read(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(chars.AsSpan(charIndex));
        return text.Length;
    }

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount + Both.Length;

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => Latin1.GetByteCount(chars, index, count);

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Latin1.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => charCount;

    private static string Read(ReadOnlySpan<byte> octets)
    {
        var text = Latin1.GetString(octets);
        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(IsOption) ? text : text + Both;
    }

    private static bool IsOption(string member) => member.Equals("close", StringComparison.OrdinalIgnoreCase) || ConnectionFields.IsKnown(member);

    private const string Both = ", keep-alive, close";
}
