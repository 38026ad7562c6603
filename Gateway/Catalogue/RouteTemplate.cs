using System.Collections.Immutable;

namespace Aggregator.Gateway.Catalogue;

/// <summary>A report's further path, such as <c>/customers/{id}/overview</c>: whole segments, each a literal or one parameter.</summary>
public sealed class RouteTemplate
{
    private RouteTemplate(string text, ImmutableArray<Segment> segments)
    {
        Text = text;
        Segments = segments;
    }

    /// <summary>The template as the definition has it.</summary>
    public string Text { get; }

    /// <summary>The segments in order.</summary>
    public ImmutableArray<Segment> Segments { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template: a path that begins with a slash.</param>
    public static RouteTemplate Parse(string text) =>
        new(text, [.. text.Trim('/').Split('/').Select(Segment.Parse)]);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>One segment of a template.</summary>
    /// <param name="Text">The literal text, or the parameter's name.</param>
    /// <param name="IsParameter">Whether a value of the request stands here.</param>
    public readonly record struct Segment(string Text, bool IsParameter)
    {
        internal static Segment Parse(string text) =>
            text.Length > 2 && text[0] == '{' && text[^1] == '}' ? new(text[1..^1], true) : new(text, false);
    }
}
