using Microsoft.AspNetCore.Http.Features;

namespace Aggregator.Gateway.Requests;

/// <summary>Reads the body of a request whole, up to a limit. What it takes of memory follows what has come, not what was announced.</summary>
internal static class BoundedBody
{
    /// <summary>Reads a body to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">The most bytes taken, the framing of chunks among them.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The body; empty when there is none.</returns>
    /// <exception cref="BadHttpRequestException">The body is longer than the limit, came too slowly, or was cut short.</exception>
    public static async Task<byte[]> ReadAsync(HttpRequest request, long limit, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
            return [];
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = limit;

        var buffer = new byte[Math.Min(request.ContentLength ?? FirstBuffer, FirstBuffer)];
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(Math.Max(2L * filled, FirstBuffer), request.ContentLength ?? Array.MaxLength) + 1);
            var read = await request.Body.ReadAsync(buffer.AsMemory(filled), cancellationToken);
            if (read == 0)
                break;
            filled += read;
        }

        Array.Resize(ref buffer, filled);
        return buffer;
    }

    private const int FirstBuffer = 16 << 10;
}
