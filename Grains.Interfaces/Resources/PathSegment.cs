namespace Aggregator.Resources;

/// <summary>What one segment of a percent-encoded path does to the path it stands in.</summary>
public static class PathSegment
{
    /// <summary>
    /// Whether a segment's text would change the path's structure: it is empty, <c>.</c> or <c>..</c>, spelled out or percent-encoded,
    /// which System.Uri and servers fold alike; or it is dots before path parameters, which some servers take off before they fold.
    /// </summary>
    /// <param name="segment">The encoded text between two slashes.</param>
    public static bool IsStructural(ReadOnlySpan<char> segment)
    {
        var parameters = segment.IndexOf(';');
        var rest = parameters < 0 ? segment : segment[..parameters];
        if (rest.IsEmpty)
            return segment.IsEmpty;

        for (var dots = 0; dots < 2; dots++)
        {
            if (rest[0] == '.')
                rest = rest[1..];
            else if (rest.StartsWith("%2e", StringComparison.OrdinalIgnoreCase))
                rest = rest[3..];
            else
                return false;
            if (rest.IsEmpty)
                return true;
        }

        return false;
    }
}
