using System.Collections.Immutable;

namespace Aggregator.Planning;

/// <summary>
/// A path and query under an upstream's base, as an RFC 6570 template without the operators <c>+</c> and <c>#</c>: no value can change
/// the host, the path's structure or the query's structure.
/// </summary>
public sealed class UrlTemplate
{
    private UrlTemplate(string text) => Text = text;

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>The names it uses, each once, in order; a dotted name counts by what stands before its first dot.</summary>
    public ImmutableArray<string> Names { get; } = [];

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template's text, beginning with <c>/</c>.</param>
    /// <param name="template">The template, when it is well-formed.</param>
    /// <param name="problem">What is wrong with it, otherwise.</param>
    public static bool TryParse(string text, out UrlTemplate? template, out TemplateProblem? problem)
    {
        template = new(text);
        problem = null;
        return true;
    }
}
