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
        var path = Path(context);
        foreach (var range in path.Split('/'))
        {
            if (PercentEncoding.TryDecode(path[range], plusIsSpace: false) is not { } segment || segment is "." or "..")
                return null;
            segments.Add(segment);
        }

        return segments;
    }

    private static ReadOnlySpan<char> Path(HttpContext context)
    {
        ReadOnlySpan<char> target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        var end = target.IndexOf('?');
        var path = end < 0 ? target : target[..end];
        var scheme = path.IndexOf("://");
        if (path.StartsWith('/') || scheme < 0)
            return path.Trim('/');
        var authority = path[(scheme + 3)..];
        var slash = authority.IndexOf('/');
        return slash < 0 ? default : authority[slash..].Trim('/');
    }
}
