using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Identity;

namespace Aggregator.Planning;

/// <summary>
/// Turns definitions into plans: infers from the names that each source uses what it waits for, and works out everything that need not be
/// worked out per request. Unknown names and cycles are problems of the definition.
/// </summary>
public static class Planner
{
    /// <summary>Plans every report of a set.</summary>
    /// <param name="definitions">The definitions.</param>
    public static PlanResult Plan(DefinitionSet definitions)
    {
        var problems = new List<Problem>();
        var plans = ImmutableDictionary.CreateBuilder<string, ReportPlan>();
        foreach (var report in definitions.Reports.Values.OrderBy(report => report.Name, StringComparer.Ordinal))
        {
            if (Plan(report, definitions, problems) is { } plan) plans.Add(report.Name, plan);
        }

        var sorted = problems.OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column).ToImmutableArray();
        return new(sorted.Any(problem => problem.Severity == Severity.Error) ? null : new(definitions, plans.ToImmutable()), sorted);
    }

    private static ReportPlan? Plan(ReportDefinition report, DefinitionSet definitions, List<Problem> problems)
    {
        var names = new ReportNames(report);
        var uses = report.Sources.Select(source => NameUses.Of(source).ToList()).ToList();

        var before = problems.Count;
        for (var i = 0; i < uses.Count; i++)
            problems.AddRange(uses[i].Select(use => names.Check(use, report.Sources[i])).OfType<Problem>());
        problems.AddRange(NameUses.OfResult(report).Select(use => names.Check(use, null)).OfType<Problem>());

        var needs = uses.Select((own, i) => names.Needs(own)).ToImmutableArray();
        var order = DependencyOrder.Of(report, needs, problems);
        if (order is null || problems.Count > before) return null;

        var stages = new int[needs.Length];
        foreach (var i in order.Value) stages[i] = needs[i].Select(need => stages[need.Source] + 1).DefaultIfEmpty(0).Max();

        var sources = report.Sources.Select((source, i) => new PlannedSource
        {
            Index = i,
            Definition = source,
            Upstream = source.Work is SourceWork.HttpCall call ? definitions.Upstreams[call.Upstream] : null,
            Needs = needs[i],
            Names = uses[i].Select(use => use.Name).ToImmutableHashSet(),
            Stage = stages[i],
            RequestBorn = names.RequestBorn(source),
        }).ToImmutableArray();

        return new() { Definition = report, Descriptor = Describe(report, sources), Sources = sources, Order = order.Value };
    }

    private static ReportDescriptor Describe(ReportDefinition report, ImmutableArray<PlannedSource> sources)
    {
        var upstreams = sources.Select(source => source.Upstream).OfType<UpstreamDefinition>().DistinctBy(upstream => upstream.Name).ToList();
        return new()
        {
            Name = report.Name,
            Summary = report.Summary,
            Route = report.Route,
            Parameters = report.Parameters,
            DefinitionHash = DefinitionHash.Of(report, upstreams),
            Safe = sources.All(source => source.Definition.Work is not SourceWork.HttpCall { Safe: false }),
            Deadline = report.Deadline,
            ForwardedHeaders =
            [
                .. report.Forward.Intersect(upstreams.SelectMany(upstream => upstream.Accept)).Order(StringComparer.Ordinal),
            ],
            Upstreams = [.. upstreams.Select(upstream => upstream.Name).Order(StringComparer.Ordinal)],
            Tags = [.. report.Tags.Concat(report.Sources.SelectMany(source => source.Tags)).Distinct().Order(StringComparer.Ordinal)],
            Stale = report.Caching.Stale,
            StaleOnError = report.Caching.StaleOnError,
        };
    }
}
