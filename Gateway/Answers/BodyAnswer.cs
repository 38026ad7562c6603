namespace Aggregator.Gateway.Answers;

/// <summary>Writes the body of an answer whose headers are set.</summary>
internal static class BodyAnswer
{
    /// <summary>Sends a body of known length; for HEAD its length only.</summary>
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }
}
