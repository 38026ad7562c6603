using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Catalog;

/// <summary>One thing by which what is stored can be purged.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Name">Its name.</param>
[GenerateSerializer, Immutable, Alias("purge-subject")]
public readonly record struct PurgeSubject([property: Id(0)] PurgeKind Kind, [property: Id(1)] string Name)
{
    /// <summary>Everything by which the documents of a report can be purged.</summary>
    /// <param name="report">The report.</param>
    public static ImmutableArray<PurgeSubject> Of(ReportDescriptor report) =>
    [
        new(PurgeKind.Report, report.Name),
        .. report.Upstreams.Select(upstream => new PurgeSubject(PurgeKind.Upstream, upstream)),
        .. report.Tags.Select(tag => new PurgeSubject(PurgeKind.Tag, tag)),
    ];
}
