using System.Collections.Immutable;

namespace Aggregator.Planning;

/// <summary>
/// A path and query under an upstream's base, as an RFC 6570 template without the operators <c>+</c> and <c>#</c>: no value can change
/// the host, the path's structure or the query's structure.
/// </summary>
/// <remarks>
/// Expanded here and not by Std.UriTemplate, which reads the template anew each time, wants every value in a dictionary beforehand, and
/// gives one string in which neither a segment's bounds nor the variable to blame can be found again. It is the oracle of the tests;
/// for a path of three segments and a query of three values it takes about one and a half times as long and four times the memory.
/// </remarks>
public sealed class UrlTemplate
{
    private readonly ImmutableArray<TemplateSegment> _path;
    private readonly ImmutableArray<TemplatePart> _query;
    private readonly bool _queryIsOptional;

    internal UrlTemplate(
        string text, ImmutableArray<TemplateSegment> path, ImmutableArray<TemplatePart> query, bool queryIsOptional)
    {
        Text = text;
        _path = path;
        _query = query;
        _queryIsOptional = queryIsOptional;
        var inQuery = query.OfType<TemplatePart.Expression>().SelectMany(part => part.Terms).Select(term => term.Variable);
        Variables = [.. path.SelectMany(segment => segment.Variables), .. inQuery];
        Names = [.. Variables.Select(variable => variable.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The template as written.</summary>
    public string Text { get; }

    /// <summary>The names it uses, each once, in order; a dotted name counts by what stands before its first dot.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Every use of a variable, in order, with its dotted path and where it stands.</summary>
    public ImmutableArray<TemplateVariable> Variables { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The template's text, beginning with <c>/</c> or a <c>{/x}</c>.</param>
    /// <param name="template">The template, when it is well-formed.</param>
    /// <param name="problem">What is wrong with it, otherwise.</param>
    public static bool TryParse(string text, out UrlTemplate? template, out TemplateProblem? problem)
    {
        var parser = new UrlTemplateParser(text);
        template = parser.Parse();
        problem = parser.Problem;
        return template is not null;
    }

    /// <summary>Fills the template in.</summary>
    /// <param name="lookup">Gives each variable's value; asked at most once for each use of one.</param>
    /// <returns>A URL's path and query, or why there is none: the first reason in the order of the text.</returns>
    public TemplateOutcome Expand(Func<TemplateVariable, TemplateValue> lookup)
    {
        var expansion = new TemplateExpansion(lookup, Text.Length + LikelyGrowth);
        foreach (var segment in _path)
        {
            if (expansion.Add(segment) is { } failure)
                return failure;
        }

        if (!_query.IsDefault && expansion.AddQuery(_query, _queryIsOptional) is { } fault)
            return fault;
        return new TemplateOutcome.Expanded(expansion.ToString());
    }

    /// <summary>
    /// Checks the path's segments whose variables are all known already, so that a request whose values cannot stand there is refused
    /// before anything is called.
    /// </summary>
    /// <param name="isKnown">Whether the value of a name is known.</param>
    /// <param name="lookup">Gives the values of variables whose names are known.</param>
    /// <returns>What is wrong; null when nothing is, also when a variable is absent and the source will be skipped.</returns>
    public TemplateOutcome.Refused? CheckSegments(Func<string, bool> isKnown, Func<TemplateVariable, TemplateValue> lookup)
    {
        foreach (var segment in _path)
        {
            if (segment.Variables.All(variable => isKnown(variable.Name))
                && new TemplateExpansion(lookup, LikelyGrowth).Add(segment) is TemplateOutcome.Refused refused)
            {
                return refused;
            }
        }

        return null;
    }

    /// <summary>How much longer than its template an expansion may get before its buffer grows, in characters.</summary>
    private const int LikelyGrowth = 64;
}
