using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Aggregator.HttpCaching;

/// <summary>Which stored responses a request may have made wrong (RFC 9111 §4.4).</summary>
public static class Invalidation
{
    // RFC 9110 §9.2.1 and the registry's other safe methods; what is not known to be safe is unsafe.
    private static readonly FrozenSet<string> Safe = FrozenSet.ToFrozenSet(
        ["GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "REPORT", "SEARCH", "QUERY"], StringComparer.Ordinal);

    /// <summary>
    /// The URIs whose stored responses have to go, for every method they were stored by: the target's own, and those in Location
    /// and Content-Location if they are of the same origin. None if the method is safe or the answer is an error.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The upstream's answer.</param>
    public static ImmutableArray<Uri> Uris(CacheRequest request, ResponseHead response)
    {
        if (request.DeclaredRead || Safe.Contains(request.Method) || response.Status is < 200 or >= 400)
            return [];
        var uris = ImmutableArray.CreateBuilder<Uri>(3);
        uris.Add(request.Uri);
        foreach (string name in (ReadOnlySpan<string>)["Location", "Content-Location"])
        {
            foreach (string value in response.Fields.Values(name))
            {
                // Relative ones are relative to the target at the upstream (RFC 9110 §8.7, §10.2.2).
                if (Uri.TryCreate(request.Uri, value, out var uri) && IsSameOrigin(uri, request.Uri) && !uris.Contains(uri))
                    uris.Add(WithoutFragment(uri));
            }
        }
        return uris.ToImmutable();
    }

    private static Uri WithoutFragment(Uri uri) => uri.Fragment.Length == 0 ? uri : new(uri.GetLeftPart(UriPartial.Query));

    // §4.4: never another origin's, or one site could empty another's cache. Origin is RFC 9110 §4.3.1's: scheme, host, port.
    private static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.Host, other.Host, StringComparison.OrdinalIgnoreCase);
}
