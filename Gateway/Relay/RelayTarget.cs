using System.Buffers;
using Aggregator.Gateway.Requests;
using Aggregator.Resources;

namespace Aggregator.Gateway.Relay;

/// <summary>
/// What a relayed request is for, read off its target as the client sent it: nothing is decoded, folded or added, for only the upstream
/// knows what its URLs mean.
/// </summary>
/// <param name="Upstream">The upstream's name.</param>
/// <param name="Path">The path under the upstream's base, with its leading slash.</param>
/// <param name="Query">The query with its question mark; empty for none.</param>
internal sealed record RelayTarget(string Upstream, string Path, string Query)
{
    /// <summary>Reads a target.</summary>
    /// <param name="target">The target in origin form (RFC 9112 §3.2.1).</param>
    /// <returns>What it is for; null when its path names no upstream and a path under it, or would be folded on the way.</returns>
    public static RelayTarget? TryParse(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        if (path.Split('/', Parts) is not ["", var relay, var upstream, var rest] || target.AsSpan().ContainsAny(NeverInUrls))
            return null;
        return PercentEncoding.TryDecode(relay, plusIsSpace: false)?.Equals("relay", StringComparison.OrdinalIgnoreCase) == true
            && PercentEncoding.TryDecode(upstream, plusIsSpace: false) is { } name
            && !PathSegment.IsStructural(upstream)
            && !IsFolded("/" + rest)
            ? new(name, "/" + rest, mark < 0 ? "" : target[mark..])
            : null;
    }

    /// <summary>
    /// Whether some server between here and the resource would make another path of this one: it holds an empty segment before its end, or
    /// dots, which also count where a slash that a server may decode sets them apart.
    /// </summary>
    private static bool IsFolded(string path) =>
        path.Contains("//", StringComparison.Ordinal)
        || path.Replace("%2f", "/", StringComparison.OrdinalIgnoreCase).Replace("%5c", "/", StringComparison.OrdinalIgnoreCase).Split('/')
            .Any(segment => segment.Length > 0 && PathSegment.IsStructural(segment));

    /// <summary>What stands before the first slash, <c>relay</c>, the upstream's name, and all the rest.</summary>
    private const int Parts = 4;

    /// <summary>The one begins a fragment, which is not sent; the other is a slash to some.</summary>
    private static readonly SearchValues<char> NeverInUrls = SearchValues.Create("#\\");
}
