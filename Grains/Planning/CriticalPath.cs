using System.Collections.Immutable;

namespace Aggregator.Planning;

/// <summary>The chain of sources that can keep a report waiting longest, by what their definitions allow.</summary>
/// <param name="Sources">The chain, first to last.</param>
/// <param name="Longest">How long it can take, the report's deadline aside.</param>
public sealed record CriticalPath(ImmutableArray<PlannedSource> Sources, TimeSpan Longest)
{
    /// <summary>Finds it.</summary>
    /// <param name="plan">The plan.</param>
    public static CriticalPath Of(ReportPlan plan)
    {
        var longest = new TimeSpan[plan.Sources.Length];
        var before = new int?[plan.Sources.Length];
        foreach (var i in plan.Order)
        {
            foreach (var need in plan.Sources[i].Needs)
            {
                if (before[i] is null || longest[need.Source] > longest[before[i] ?? i]) before[i] = need.Source;
            }

            longest[i] = (before[i] is { } previous ? longest[previous] : TimeSpan.Zero) + LongestOf(plan.Sources[i]);
        }

        if (longest.Length == 0) return new([], TimeSpan.Zero);
        var path = ImmutableArray.CreateBuilder<PlannedSource>();
        for (int? i = Array.IndexOf(longest, longest.Max()); i is { } at; i = before[at]) path.Insert(0, plan.Sources[at]);
        return new(path.ToImmutable(), longest.Max());
    }

    /// <summary>How long a source can take: its own limit, or every attempt and the pauses between them.</summary>
    public static TimeSpan LongestOf(PlannedSource source)
    {
        if (source.Upstream is not { } upstream) return TimeSpan.Zero;
        return source.Definition.Within is { } within && within < upstream.LongestCall ? within : upstream.LongestCall;
    }
}
