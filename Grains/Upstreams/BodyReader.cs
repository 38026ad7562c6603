using System.Buffers;

namespace Aggregator.Upstreams;

/// <summary>Reads a response body whole and bounded.</summary>
internal static class BodyReader
{
    /// <summary>Reads a body as it was sent.</summary>
    /// <param name="content">The response's content.</param>
    /// <param name="cap">The most bytes taken.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body; null when it is larger.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async Task<byte[]?> ReadAsync(HttpContent content, long cap, CancellationToken cancellationToken)
    {
        var length = content.Headers.ContentLength;
        if (length > cap) return null;
        var sent = await ReadAsync(content, length, cap, cancellationToken);
        return sent.Length > cap ? null : sent;
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
