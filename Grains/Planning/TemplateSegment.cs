using System.Collections.Immutable;

namespace Aggregator.Planning;

/// <summary>One segment of a template's path, or as many as a list has elements when it begins with <c>{/x*}</c>.</summary>
/// <param name="First">The variable of a <c>{/x}</c> that begins the segment; null for one that begins with a plain slash.</param>
/// <param name="Parts">What stands after that, up to the next segment.</param>
internal sealed record TemplateSegment(TemplateTerm? First, ImmutableArray<TemplatePart> Parts)
{
    /// <summary>Every variable in it, in order.</summary>
    public ImmutableArray<TemplateVariable> Variables { get; } =
    [
        .. First is null ? [] : new[] { First.Variable },
        .. Parts.OfType<TemplatePart.Expression>().SelectMany(part => part.Terms).Select(term => term.Variable),
    ];

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
