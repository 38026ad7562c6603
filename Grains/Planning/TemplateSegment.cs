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
}
