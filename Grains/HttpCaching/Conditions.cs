using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>Whether the conditions that a client set hold for a response that a cache has (RFC 9111 §4.3.2).</summary>
internal static class Conditions
{
    /// <summary>
    /// Whether the client has this response already. If-None-Match decides alone where it is there (RFC 9110 §13.2.2). Conditions
    /// for origins only (If-Match, If-Unmodified-Since) are not looked at.
    /// </summary>
    public static bool IsKnown(HeaderFields request, StoredResponse stored)
    {
        if (request.Contains("If-None-Match"))
            return EntityTagList.TryParse(request.Values("If-None-Match"), out var tags)
                && tags.Matches(EntityTag.Of(stored.Head.Fields));
        return HttpDate.Of(request, "If-Modified-Since", stored.ReceivedAt.Wall) is { } since && Modified(stored) <= since;
    }

    /// <summary>Whether a range is still of the same bytes (RFC 9110 §13.1.5): no If-Range, or one that matches strongly.</summary>
    public static bool RangeHolds(HeaderFields request, StoredResponse stored)
    {
        if (!request.Contains("If-Range"))
            return true;
        if (request.Only("If-Range") is not { } text)
            return false;
        if (EntityTag.TryParse(text, out var tag))
            return EntityTag.Of(stored.Head.Fields) is { } ours && tag.StronglyMatches(ours);
        // A date must be the very same, and strong: at least a second before Date (RFC 9110 §8.8.2.2).
        return HttpDate.TryParse(text, stored.ReceivedAt.Wall, out var date)
            && HttpDate.Of(stored.Head.Fields, "Last-Modified", stored.ReceivedAt.Wall) == date
            && stored.Date - date >= TimeSpan.FromSeconds(1);
    }

    // §4.3.2: without Last-Modified the Date counts, without Date the time it came.
    private static DateTimeOffset Modified(StoredResponse stored) =>
        HttpDate.Of(stored.Head.Fields, "Last-Modified", stored.ReceivedAt.Wall) ?? stored.Date;
}
