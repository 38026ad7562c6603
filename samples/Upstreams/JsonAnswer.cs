using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Samples;

/// <summary>
/// A JSON document that says how long it may be kept (RFC 9111 §5.2.2) and, where it can be revalidated, which version it is.
/// </summary>
internal sealed class JsonAnswer : IResult
{
    private readonly object _document;
    private readonly string _cacheControl;
    private readonly bool _tagged;

    private JsonAnswer(object document, string cacheControl, bool tagged) =>
        (_document, _cacheControl, _tagged) = (document, cacheControl, tagged);

    /// <summary>How the samples read and write JSON: camelCase, and letters of every script as they are.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // unsafe within HTML, where these answers are never put
    };

    /// <summary>An answer that may be kept but not revalidated.</summary>
    public static JsonAnswer Of(object document, TimeSpan maxAge) => new(document, MaxAge(maxAge), tagged: false);

    /// <summary>An answer that may be kept, and revalidated by its entity tag.</summary>
    public static JsonAnswer Tagged(object document, TimeSpan maxAge) => new(document, MaxAge(maxAge), tagged: true);

    /// <summary>An answer that nobody may keep.</summary>
    public static JsonAnswer Unstored(object document) => new(document, "no-store", tagged: false);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var body = JsonSerializer.SerializeToUtf8Bytes(_document, Options);
        response.Headers.CacheControl = _cacheControl;
        if (_tagged)
        {
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"");
            response.GetTypedHeaders().ETag = tag;
            if (Has(request.GetTypedHeaders().IfNoneMatch, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    // RFC 9110 §13.1.2: weak comparison; an asterisk is any version.
    private static bool Has(IList<EntityTagHeaderValue> candidates, EntityTagHeaderValue tag) =>
        candidates.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(tag, useStrongComparison: false));

    private static string MaxAge(TimeSpan maxAge) =>
        string.Create(CultureInfo.InvariantCulture, $"public, max-age={(long)maxAge.TotalSeconds}");
}
