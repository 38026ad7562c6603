using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Resources;

/// <summary>Digests of what goes into keys: short, of one length, and without the credentials that went in.</summary>
internal static class KeyDigest
{
    /// <summary>The digest of some texts and a body; each is preceded by its length, so that no two lists run together.</summary>
    public static string Of(IEnumerable<string> texts, byte[]? body = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts) Append(hash, Encoding.UTF8.GetBytes(text));
        if (body is not null) Append(hash, body);
        return Convert.ToBase64String(hash.GetHashAndReset().AsSpan(0, Bytes));
    }

    private const int Bytes = 18;

    private static void Append(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
