using System.Buffers;

namespace Aggregator.Upstreams;

/// <summary>Reads a response body whole, bounded as sent and as decompressed.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body.</summary>
    /// <param name="content">The response's content.</param>
    /// <param name="cap">The most bytes taken, on the wire and decompressed.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The decompressed body, or the kind of failure.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<(ReadOnlyMemory<byte> Body, UpstreamOutcomeKind? Failure)> ReadAsync(
        HttpContent content, long cap, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > cap) return (default, UpstreamOutcomeKind.TooLarge);

        var sent = await ReadAsync(content, length, cap, cancellationToken);
        if (sent.Length > cap) return (default, UpstreamOutcomeKind.TooLarge);
        return content.Headers.ContentEncoding.Count switch
        {
            0 => (sent, null),
            1 => ContentCoding.Decode(content.Headers.ContentEncoding.Single(), sent, cap),
            _ => (default, UpstreamOutcomeKind.BadEncoding), // one layer is all that was asked for
        };
    }

    /// <summary>Reads until the end, or one byte past the cap.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, long? length, long cap, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var limit = cap + 1;
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(length + 1 ?? FirstBuffer, limit));
        var filled = 0;
        try
        {
            while (filled < limit)
            {
                if (filled == buffer.Length) Grow(ref buffer, filled, limit);
                var read = await stream.ReadAsync(buffer.AsMemory(filled, (int)Math.Min(buffer.Length, limit) - filled), cancellationToken);
                if (read == 0) break;
                filled += read;
            }

            return buffer.AsSpan(0, filled).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Grow(ref byte[] buffer, int filled, long limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * buffer.Length, limit));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private const int FirstBuffer = 16 << 10;
}
