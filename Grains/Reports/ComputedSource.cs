using Aggregator.Definitions;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Shaping;

namespace Aggregator.Reports;

/// <summary>A source that is computed from others, without a call.</summary>
internal static class ComputedSource
{
    /// <summary>Computes the value.</summary>
    /// <exception cref="ExpressionException">An expression failed.</exception>
    public static JsonValue Evaluate(PlannedSource source, SourceWork.Computed work, ReportScope scope, CancellationToken cancellationToken)
    {
        var budget = new EvaluationBudget();
        var names = SourceNames.Of(source, scope, budget, cancellationToken);
        return new ShapeEvaluation(names.Scope, budget, cancellationToken).Evaluate(work.Value);
    }
}
