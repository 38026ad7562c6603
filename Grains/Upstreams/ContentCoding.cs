using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace Aggregator.Upstreams;

/// <summary>Undoes a content coding (RFC 9110 §8.4.1) in memory, bounded, and finds what ended early: the framework takes that for the end.</summary>
internal static class ContentCoding
{
    /// <summary>Decodes a body.</summary>
    /// <param name="codings">The codings' names: at most one, for no more was asked for.</param>
    /// <param name="encoded">The body as sent.</param>
    /// <param name="cap">The most bytes that may come out.</param>
    /// <returns>The decoded body, or the kind of failure.</returns>
    public static (ReadOnlyMemory<byte> Body, UpstreamOutcomeKind? Failure) Decode(ICollection<string> codings, byte[] encoded, long cap) =>
        codings.Count switch
        {
            0 => (encoded, null),
            1 => Decode(codings.Single(), encoded, cap),
            _ => (default, UpstreamOutcomeKind.BadEncoding),
        };

    private static (ReadOnlyMemory<byte> Body, UpstreamOutcomeKind? Failure) Decode(string coding, byte[] encoded, long cap) =>
        coding.ToLowerInvariant() switch
        {
            "identity" => (encoded, null),
            "gzip" or "x-gzip" => Gzip(encoded, cap),
            "br" => Brotli(encoded, cap),
            _ => (default, UpstreamOutcomeKind.BadEncoding),
        };

    private static (ReadOnlyMemory<byte>, UpstreamOutcomeKind?) Brotli(ReadOnlySpan<byte> encoded, long cap)
    {
        var output = new ArrayBufferWriter<byte>(FirstBuffer);
        using var decoder = new BrotliDecoder();
        while (true)
        {
            var status = decoder.Decompress(encoded, output.GetSpan(FirstBuffer), out var consumed, out var written);
            encoded = encoded[consumed..];
            output.Advance(written);
            if (output.WrittenCount > cap) return (default, UpstreamOutcomeKind.TooLarge);
            switch (status)
            {
                case OperationStatus.Done: return (output.WrittenMemory, null);
                case OperationStatus.NeedMoreData: return (default, UpstreamOutcomeKind.Truncated);
                case OperationStatus.InvalidData: return (default, UpstreamOutcomeKind.BadEncoding);
            }
        }
    }

    /// <summary>A gzip body is one member (RFC 1952 §2.2), whose last four bytes tell the length of what was compressed.</summary>
    private static (ReadOnlyMemory<byte>, UpstreamOutcomeKind?) Gzip(byte[] encoded, long cap)
    {
        if (encoded.Length < GzipFrame) return (default, UpstreamOutcomeKind.Truncated);
        var output = new ArrayBufferWriter<byte>(FirstBuffer);
        using var stream = new GZipStream(new MemoryStream(encoded, writable: false), CompressionMode.Decompress);
        try
        {
            int read;
            while ((read = stream.Read(output.GetSpan(FirstBuffer))) > 0)
            {
                output.Advance(read);
                if (output.WrittenCount > cap) return (default, UpstreamOutcomeKind.TooLarge);
            }
        }
        catch (InvalidDataException)
        {
            return (default, UpstreamOutcomeKind.BadEncoding);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(encoded.AsSpan()[^sizeof(uint)..]) == (uint)output.WrittenCount
            ? (output.WrittenMemory, null)
            : (default, UpstreamOutcomeKind.Truncated);
    }

    private const int FirstBuffer = 16 << 10;

    /// <summary>The header and trailer of the shortest gzip member.</summary>
    private const int GzipFrame = 18;
}
