using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Negotiation;

/// <summary>Chooses a content coding by <c>Accept-Encoding</c> (RFC 9110 §12.5.3).</summary>
internal static class AcceptEncoding
{
    /// <summary>The codings on offer, the one we like best first: it decides between those that the client likes the same.</summary>
    private static readonly ContentCoding[] Offered = [ContentCoding.Brotli, ContentCoding.Gzip, ContentCoding.Identity];

    /// <summary>Chooses the coding of an answer.</summary>
    /// <param name="header">The request's field lines.</param>
    /// <returns>The coding; null when the client accepts none of ours, not even none at all.</returns>
    public static ContentCoding? Choose(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var listed))
            return ContentCoding.Identity;

        ContentCoding? chosen = null;
        var best = 0.0;
        foreach (var coding in Offered)
        {
            var quality = Quality(listed, coding);
            if (quality > best)
                (chosen, best) = (coding, quality);
        }

        return chosen;
    }

    /// <summary>The weight of a coding. Identity is acceptable unless it is refused, and the last choice unless it is asked for.</summary>
    private static double Quality(IList<StringWithQualityHeaderValue> listed, ContentCoding coding) =>
        Listed(listed, value => Names(coding, value))
        ?? Listed(listed, value => value == "*")
        ?? (coding == ContentCoding.Identity ? Unasked : 0);

    private static double? Listed(IList<StringWithQualityHeaderValue> listed, Func<StringSegment, bool> wanted)
    {
        foreach (var value in listed)
        {
            if (wanted(value.Value))
                return value.Quality ?? 1;
        }

        return null;
    }

    private static bool Names(ContentCoding coding, StringSegment value) => coding switch
    {
        ContentCoding.Brotli => value.Equals("br", StringComparison.OrdinalIgnoreCase),
        ContentCoding.Gzip => value.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            || value.Equals("x-gzip", StringComparison.OrdinalIgnoreCase), // RFC 9110 §8.4.1.3
        _ => value.Equals("identity", StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Below the least weight that can be written, 0.001.</summary>
    private const double Unasked = 0.0001;
}
