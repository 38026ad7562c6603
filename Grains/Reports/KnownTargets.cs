using Aggregator.Definitions;
using Aggregator.Identity;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Shaping;

namespace Aggregator.Reports;

/// <summary>The paths and queries that a request settles before anything is called.</summary>
public static class KnownTargets
{
    /// <summary>The targets of the sources that wait for no other, by position.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="parameters">The bound parameters.</param>
    public static IReadOnlyDictionary<int, string> Of(ReportPlan plan, CanonicalParameters parameters)
    {
        var scope = ReportScope.Of(plan, parameters, []);
        var targets = new Dictionary<int, string>();
        foreach (var source in plan.Sources.Where(source => source.Needs.IsEmpty))
        {
            if (source.Definition.Work is SourceWork.HttpCall call && Target(source, call, scope) is { } target) targets.Add(source.Index, target);
        }

        return targets;
    }

    private static string? Target(PlannedSource source, SourceWork.HttpCall call, ReportScope scope)
    {
        try
        {
            var names = SourceNames.Of(source, scope, new EvaluationBudget(), CancellationToken.None);
            return (call.Template.Expand(names.ForTemplate) as TemplateOutcome.Expanded)?.PathAndQuery;
        }
        catch (ExpressionException)
        {
            return null;
        }
    }
}
