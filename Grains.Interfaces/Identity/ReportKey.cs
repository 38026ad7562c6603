using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Aggregator.Identity;

/// <summary>
/// The identity of one compiled document: a definition, its parameters in canonical form and the client headers that went into its calls.
/// Requests with equal keys may share a compile and a document; requests with different ones never do.
/// </summary>
/// <remarks>Who may ask is in no key: access is checked on each request, before any look-up.</remarks>
public readonly record struct ReportKey
{
    private readonly string _text;

    private ReportKey(string text) => _text = text;

    /// <summary>Derives the key of a request for a safe report.</summary>
    /// <param name="definitionHash">The definition's hash.</param>
    /// <param name="parameters">The bound parameters.</param>
    /// <param name="forwarded">The forwarded client headers, in ordinal order of their lower-case names.</param>
    public static ReportKey Of(string definitionHash, CanonicalParameters parameters, IReadOnlyList<ForwardedHeader> forwarded)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(definitionHash));
        Append(hash, parameters.Utf8);
        foreach (var header in forwarded)
        {
            Append(hash, Encoding.UTF8.GetBytes(header.Name));
            Append(hash, Encoding.UTF8.GetBytes(header.Value));
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, KeyBytes)));
    }

    /// <summary>Makes a key that no other request has, for a report that must not be shared.</summary>
    /// <param name="random">A random number that no other request was given.</param>
    public static ReportKey Unshared(Guid random) => new("once-" + random.ToString("n"));

    /// <summary>Reads a key back from the text that <see cref="ToString"/> gave.</summary>
    /// <param name="text">The key's text.</param>
    public static ReportKey Parse(string text) => new(text);

    /// <summary>The key as text: the identity of its grain.</summary>
    public override string ToString() => _text ?? "";

    private const int KeyBytes = 20;

    /// <summary>Every part is preceded by its length, so that no two lists of parts run together.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
