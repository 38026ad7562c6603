using Aggregator.Gateway.Negotiation;

namespace Aggregator.Gateway.Answers;

/// <summary>Writes a body in the negotiated coding.</summary>
internal static class CodedAnswer
{
    /// <summary>
    /// Writes a body that is a version of something; only its headers, when the client has that version (RFC 9110 §13.1.2).
    /// </summary>
    public static Task WriteVersionAsync(HttpContext context, CodedBody body, EntityTags tags, ContentCoding coding, string mediaType)
    {
        context.Response.Headers.ETag = tags.Of(coding);
        var read = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!read || !tags.Match(context.Request.Headers.IfNoneMatch))
            return WriteAsync(context, body, coding, mediaType);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    /// <summary>Writes a body.</summary>
    public static Task WriteAsync(HttpContext context, CodedBody body, ContentCoding coding, string mediaType)
    {
        context.Response.ContentType = mediaType;
        if (coding != ContentCoding.Identity)
            context.Response.Headers.ContentEncoding = coding == ContentCoding.Brotli ? "br" : "gzip";
        return BodyAnswer.WriteAsync(context, body.In(coding));
    }
}
