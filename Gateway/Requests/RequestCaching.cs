using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Requests;

/// <summary>What of a request's Cache-Control reports obey (RFC 9111 §5.2.1).</summary>
internal static class RequestCaching
{
    /// <summary>Whether what is stored must be confirmed: <c>no-cache</c>. The other directives, and what cannot be read, mean nothing here.</summary>
    /// <param name="header">The field's lines.</param>
    public static bool AsksToRevalidate(StringValues header) =>
        header.Count > 0 && CacheControlHeaderValue.TryParse(header.ToString(), out var directives) && directives.NoCache;
}
