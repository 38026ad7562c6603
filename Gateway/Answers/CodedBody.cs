using System.IO.Compression;
using Aggregator.Gateway.Negotiation;

namespace Aggregator.Gateway.Answers;

/// <summary>The bytes of an answer in every content coding, each made when it is first asked for and then kept.</summary>
/// <param name="identity">The bytes without coding. Not to be written to.</param>
internal sealed class CodedBody(byte[] identity)
{
    private byte[]? _brotli;
    private byte[]? _gzip;

    /// <summary>The bytes in a coding. Two callers at once may both make them; either result is good.</summary>
    public ReadOnlyMemory<byte> In(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli ??= Brotli(identity),
        ContentCoding.Gzip => _gzip ??= Gzip(identity),
        _ => identity,
    };

    /// <summary>Four of eleven: past it, time grows several times for a few per cent of size.</summary>
    private const int BrotliQuality = 4;

    /// <summary>4 MiB, the window that streams get by default.</summary>
    private const int BrotliWindow = 22;

    private static byte[] Brotli(ReadOnlySpan<byte> plain)
    {
        var coded = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (!BrotliEncoder.TryCompress(plain, coded, out var written, BrotliQuality, BrotliWindow))
            throw new InvalidOperationException("A buffer of the greatest length possible was too short for a Brotli stream.");
        return coded[..written];
    }

    private static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        using var coded = new MemoryStream();
        using (var gzip = new GZipStream(coded, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(plain);
        return coded.ToArray();
    }
}
