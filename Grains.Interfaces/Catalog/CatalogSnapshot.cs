using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Catalog;

/// <summary>The reports and upstreams that a live silo serves, as it announced them.</summary>
[GenerateSerializer, Immutable, Alias("catalog-snapshot")]
public sealed record CatalogSnapshot
{
    /// <summary>Changes with every announcement that changes anything. Two revisions are only ever compared for equality.</summary>
    [Id(0)]
    public required long Revision { get; init; }

    /// <summary>The reports, in ordinal order of their names.</summary>
    [Id(1)]
    public required ImmutableArray<ReportDescriptor> Reports { get; init; }

    /// <summary>When the silo took the set up: of two sets announced, the later one is in force.</summary>
    [Id(2)]
    public required DateTimeOffset LoadedAt { get; init; }

    /// <summary>The upstreams, in ordinal order of their names.</summary>
    [Id(3)]
    public ImmutableArray<UpstreamDescriptor> Upstreams { get; init; } = [];
}
