using Aggregator.Definitions;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Shaping;

namespace Aggregator.Reports;

/// <summary>What names stand for in the parts of one source: the report's, and those that <c>with</c> adds.</summary>
internal sealed class SourceNames
{
    private SourceNames(IReadOnlyList<KeyValuePair<string, JsonValue>> names) => Scope = ExpressionScope.Of(names);

    /// <summary>The names as expressions see them.</summary>
    public ExpressionScope Scope { get; }

    /// <summary>The names a source may use, once all that it needs has landed.</summary>
    public static SourceNames Of(PlannedSource source, ReportScope report, EvaluationBudget budget, CancellationToken cancellationToken) =>
        Of(report.NamesFor(source), source.Definition.With, budget, cancellationToken);

    /// <summary>Those of them that come from the request alone, and so are known before any source has landed.</summary>
    public static SourceNames OfRequest(PlannedSource source, ReportScope report, EvaluationBudget budget, CancellationToken cancellationToken) =>
        Of(report.InputsFor(source), source.Definition.With.Where(with => source.RequestBorn.ContainsKey(with.Name)), budget, cancellationToken);

    private static SourceNames Of(
        IReadOnlyList<KeyValuePair<string, JsonValue>> outer, IEnumerable<NamedShape> with, EvaluationBudget budget, CancellationToken cancellationToken)
    {
        var evaluation = new ShapeEvaluation(ExpressionScope.Of(outer), budget, cancellationToken);
        return new([.. outer, .. with.Select(shape => KeyValuePair.Create(shape.Name, evaluation.Evaluate(shape.Value)))]);
    }

    /// <summary>What a template's variable stands for.</summary>
    public TemplateValue ForTemplate(TemplateVariable variable) =>
        Scope.Root.TryGetMember(variable.Name, out var value) ? variable.Resolve(value) : TemplateValue.Undefined;
}
