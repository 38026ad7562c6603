using System.Buffers;

namespace Aggregator.Gateway.Answers;

/// <summary>Writes the body of an answer whose headers are set.</summary>
internal static class BodyAnswer
{
    /// <summary>Sends a body of known length; for HEAD its length only.</summary>
    public static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(context.Request.Method))
            return Task.CompletedTask;
        if (body.Length > LongestAtOnce)
            return context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
        context.Response.BodyWriter.Write(body.Span); // the server sends it when the request ends: one step less, and no token to make
        return Task.CompletedTask;
    }

    /// <summary>In bytes. What is longer goes out piece by piece, as fast as the client takes it.</summary>
    private const int LongestAtOnce = 32 * 1024;
}
