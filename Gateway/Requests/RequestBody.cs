using Aggregator.Gateway.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Requests;

/// <summary>Reads the JSON body of a request.</summary>
internal static class RequestBody
{
    /// <summary>The longest body that is read, in bytes.</summary>
    public const long MaxBytes = 1024 * 1024;

    /// <summary>What is wrong with the declared form of a body; null when it can be read.</summary>
    public static Problem? CheckForm(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return new Problem(ProblemKind.UnsupportedMediaType, "A request's body is read without content coding only.")
                .With(HeaderNames.AcceptEncoding, "identity"); // RFC 9110 §15.5.16
        }

        return IsEmpty(request) || IsJson(request.ContentType)
            ? null
            : new Problem(ProblemKind.UnsupportedMediaType, "A request's body has the Content-Type application/json.")
                .With(HeaderNames.Accept, "application/json");
    }

    /// <summary>Reads a body to its end; none at all is an object without members.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer than <see cref="MaxBytes"/>, or cut short.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (IsEmpty(request))
            return EmptyObject;
        return await BoundedBody.ReadAsync(request, MaxBytes, cancellationToken);
    }

    private static readonly byte[] EmptyObject = "{}"u8.ToArray();

    /// <summary>Whether there is neither a body nor a claim to one.</summary>
    private static bool IsEmpty(HttpRequest request) =>
        string.IsNullOrEmpty(request.ContentType)
        && (request.ContentLength ?? 0) == 0
        && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true;

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
