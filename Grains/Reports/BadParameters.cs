using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Identity;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Shaping;

namespace Aggregator.Reports;

/// <summary>Finds the values of a request that cannot stand where a template uses them, before anything is called.</summary>
internal static class BadParameters
{
    /// <summary>The problems of a request, over all sources.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="scope">What names stand for before any source has landed.</param>
    public static ImmutableArray<ParameterProblem> Of(ReportPlan plan, ReportScope scope)
    {
        var problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        foreach (var source in plan.Sources)
        {
            if (source.Definition.Work is SourceWork.HttpCall call && Refusal(source, call.Template, scope) is { } refused && Of(source, refused) is { } bad)
                problems.AddRange(bad);
        }

        return [.. problems.Distinct()];
    }

    /// <summary>The parameters behind a refusal; null when the value came from an upstream.</summary>
    public static ImmutableArray<ParameterProblem>? Of(PlannedSource source, TemplateOutcome.Refused refused) =>
        source.RequestBorn.TryGetValue(RootOf(refused.Name), out var parameters)
            ? [.. parameters.Select(parameter => new ParameterProblem(parameter, refused.Reason))]
            : null;

    private static TemplateOutcome.Refused? Refusal(PlannedSource source, UrlTemplate template, ReportScope scope)
    {
        try
        {
            var names = SourceNames.OfRequest(source, scope, new(), CancellationToken.None);
            return template.CheckSegments(source.RequestBorn.ContainsKey, names.ForTemplate);
        }
        catch (ExpressionException)
        {
            return null; // a member of `with` fails: the source will, and says so
        }
    }

    private static string RootOf(string path) => path.Split('.', 2)[0];
}
