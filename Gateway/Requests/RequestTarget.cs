using Microsoft.AspNetCore.Http.Features;

namespace Aggregator.Gateway.Requests;

/// <summary>
/// The target of a request as the client sent it (RFC 9112 §3.2): the server's own decoding loses which slashes were escaped.
/// </summary>
internal static class RequestTarget
{
    /// <summary>The segments of the path, each decoded by itself.</summary>
    /// <returns>The segments; null when one cannot be decoded or is a dot segment, which no route has.</returns>
    public static IReadOnlyList<string>? Segments(HttpContext context)
    {
        var segments = new List<string>();
        var target = PathAndQuery(context);
        var end = target.IndexOf('?');
        var path = (end < 0 ? target : target[..end]).Trim('/');
        foreach (var range in path.Split('/'))
        {
            if (PercentEncoding.TryDecode(path[range], plusIsSpace: false) is not { } segment || segment is "." or "..")
                return null;
            segments.Add(segment);
        }

        return segments;
    }

    /// <summary>Path and query, also of a target in absolute form (RFC 9112 §3.2.2); empty when there is no path.</summary>
    public static ReadOnlySpan<char> PathAndQuery(HttpContext context)
    {
        ReadOnlySpan<char> target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var scheme = target.IndexOf("://");
        if (target.StartsWith('/') || scheme < 0)
            return target;
        var authority = target[(scheme + 3)..];
        var end = authority.IndexOfAny('/', '?');
        return end < 0 ? default : authority[end..];
    }
}
