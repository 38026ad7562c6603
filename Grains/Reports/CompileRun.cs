using System.Collections.Immutable;
using Aggregator.Catalog;
using Aggregator.HttpCaching;
using Aggregator.Planning;

namespace Aggregator.Reports;

/// <summary>A compile under way and why.</summary>
/// <param name="Flight">The compile and those who wait for it.</param>
/// <param name="Plan">What it carries out.</param>
/// <param name="Reason">Why what was kept would not do.</param>
/// <param name="Revalidates">Whether its sources confirm what they have stored.</param>
/// <param name="Began">The purges that had been when it began.</param>
internal sealed record CompileRun(ReportFlight Flight, ReportPlan Plan, ForwardReason Reason, bool Revalidates, GenerationStamp Began)
{
    /// <summary>All by which what it makes can be purged.</summary>
    public ImmutableArray<PurgeSubject> PurgedBy { get; } = PurgeSubject.Of(Plan.Descriptor);

    /// <summary>Whether something that concerns it was purged since it began, as far as both counts are known.</summary>
    /// <param name="generations">The purges so far.</param>
    public bool IsPurged(Generations generations) =>
        generations.Epoch != Guid.Empty && Began != GenerationStamp.Unknown && !generations.IsCurrent(Began, PurgedBy);
}
