using System.Collections.Immutable;

namespace Aggregator.Planning;

/// <summary>A stretch of a template's text.</summary>
internal abstract record TemplatePart
{
    private TemplatePart()
    {
    }

    /// <summary>Text that stands in every URL as it is.</summary>
    public sealed record Literal(string Text) : TemplatePart;

    /// <summary>What stands between braces.</summary>
    public sealed record Expression(TemplateOperator Operator, ImmutableArray<TemplateTerm> Terms) : TemplatePart;
}
