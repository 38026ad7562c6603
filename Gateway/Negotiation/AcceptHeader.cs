using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Negotiation;

/// <summary>Chooses a media type by <c>Accept</c> (RFC 9110 §12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>The media type of documents.</summary>
    public const string Json = "application/json";

    /// <summary>The media type of the envelope.</summary>
    public const string Envelope = "application/vnd.aggregator.report+json";

    /// <summary>What a report is offered as, the default first.</summary>
    public static ImmutableArray<string> OfReport { get; } = [Json, Envelope];

    /// <summary>Chooses among media types.</summary>
    /// <param name="header">The request's field lines.</param>
    /// <param name="offered">The media types on offer, the default first.</param>
    /// <returns>
    /// The type of the greatest weight, each weighed by the most specific range that covers it; of equal ones the one named most
    /// specifically, then the first offered. Null when none is acceptable.
    /// </returns>
    public static string? Choose(StringValues header, ImmutableArray<string> offered)
    {
        if (!MediaTypeHeaderValue.TryParseList(header, out var ranges))
            return offered[0];

        string? chosen = null;
        var best = (Quality: 0.0, Specificity: 0);
        foreach (var type in offered)
        {
            var weight = Weigh(ranges, type);
            if (weight.Quality > 0 && weight.CompareTo(best) > 0)
                (chosen, best) = (type, weight);
        }

        return chosen;
    }

    private static (double Quality, int Specificity) Weigh(IList<MediaTypeHeaderValue> ranges, string type)
    {
        var weight = (Quality: 0.0, Specificity: 0);
        foreach (var range in ranges)
        {
            var specificity = Specificity(range, type);
            if (specificity > weight.Specificity)
                weight = (range.Quality ?? 1, specificity);
        }

        return weight;
    }

    /// <summary>How closely a range names a type: 3 by both parts, 2 by the first, 1 by <c>*/*</c>, 0 not at all.</summary>
    private static int Specificity(MediaTypeHeaderValue range, string type)
    {
        if (range.MatchesAllTypes)
            return 1;
        if (range.MatchesAllSubTypes)
            return type.AsSpan(0, type.IndexOf('/')).Equals(range.Type.AsSpan(), StringComparison.OrdinalIgnoreCase) ? 2 : 0;
        return range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) && HasOnlyOurParameters(range) ? 3 : 0;
    }

    /// <summary>Our types have no parameters; <c>charset=utf-8</c> asks for what they are anyway (RFC 8259 §8.1).</summary>
    private static bool HasOnlyOurParameters(MediaTypeHeaderValue range)
    {
        foreach (var parameter in range.Parameters)
        {
            var quality = parameter.Name.Equals("q", StringComparison.OrdinalIgnoreCase);
            var charset = parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase)
                && HeaderUtilities.RemoveQuotes(parameter.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
            if (!quality && !charset)
                return false;
        }

        return true;
    }
}
