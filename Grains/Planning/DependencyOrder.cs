using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>Orders sources so that each comes after all that it needs.</summary>
internal static class DependencyOrder
{
    /// <summary>Kahn's algorithm; what it cannot order is in a cycle or behind one, and each cycle becomes a problem.</summary>
    /// <returns>The order, or null when there is a cycle.</returns>
    public static ImmutableArray<int>? Of(ReportDefinition report, ImmutableArray<ImmutableArray<Dependency>> needs, List<Problem> problems)
    {
        var missing = needs.Select(own => own.Length).ToArray();
        var dependents = Enumerable.Range(0, needs.Length).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < needs.Length; i++)
            foreach (var need in needs[i]) dependents[need.Source].Add(i);

        var isAcyclic = true;
        var order = ImmutableArray.CreateBuilder<int>(needs.Length);
        order.AddRange(Enumerable.Range(0, needs.Length).Where(i => missing[i] == 0));
        for (var next = 0; next < needs.Length; next++)
        {
            if (next == order.Count)
            {
                // Its sources count as ordered from here on, so that what is behind them is not blamed and a further cycle is found too.
                var cycle = Cycle(needs, missing);
                problems.Add(ProblemOf(report, cycle));
                foreach (var source in cycle) missing[source] = 0;
                order.AddRange(cycle);
                isAcyclic = false;
            }

            order.AddRange(dependents[order[next]].Where(dependent => --missing[dependent] == 0));
        }

        return isAcyclic ? order.ToImmutable() : null;
    }

    /// <summary>Walks from an unordered source to an unordered need of it until one repeats: from there on it is a cycle.</summary>
    private static List<int> Cycle(ImmutableArray<ImmutableArray<Dependency>> needs, int[] missing)
    {
        var path = new List<int> { Array.FindIndex(missing, left => left > 0) };
        while (true)
        {
            var next = needs[path[^1]].First(need => missing[need.Source] > 0).Source;
            var start = path.IndexOf(next);
            if (start >= 0) return path[start..];
            path.Add(next);
        }
    }

    private static Problem ProblemOf(ReportDefinition report, List<int> cycle) => new(
        Severity.Error,
        report.Sources[cycle[0]].Place,
        $"a cycle of sources: {string.Join(" needs ", cycle.Append(cycle[0]).Select(i => report.Sources[i].Name))}",
        "sources that can be put in an order in which each comes after what it names");
}
