using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>What a gateway must know of a report to check a request for it and to find its grain: the definition's outside.</summary>
[GenerateSerializer, Immutable, Alias("report")]
public sealed record ReportDescriptor
{
    /// <summary>The report's name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>One line for people; null when the definition has none.</summary>
    [Id(1)]
    public string? Summary { get; init; }

    /// <summary>The further path at which the report answers, such as <c>/customers/{id}/overview</c>; null for none.</summary>
    [Id(2)]
    public string? Route { get; init; }

    /// <summary>The declared parameters, in the order of the definition.</summary>
    [Id(3)]
    public ImmutableArray<ParameterDescriptor> Parameters { get; init; } = [];

    /// <summary>The hash of the definition and of everything it uses; two versions of a report never share one.</summary>
    [Id(4)]
    public required string DefinitionHash { get; init; }

    /// <summary>Whether every source is safe (RFC 9110 §9.2.1); a report with an unsafe one answers POST only.</summary>
    [Id(5)]
    public required bool Safe { get; init; }

    /// <summary>How long the whole report may take.</summary>
    [Id(6)]
    public required TimeSpan Deadline { get; init; }

    /// <summary>The client headers that some upstream of this report accepts, in lower case and ordinal order.</summary>
    [Id(7)]
    public ImmutableArray<string> ForwardedHeaders { get; init; } = [];

    /// <summary>The upstreams that it calls, in ordinal order: purging one of them purges its documents.</summary>
    [Id(8)]
    public ImmutableArray<string> Upstreams { get; init; } = [];

    /// <summary>The tags under which its documents can be purged: its own and those of its sources, in ordinal order.</summary>
    [Id(9)]
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>How long past its freshness a document may be served while it is refreshed (RFC 5861 §3); zero for not at all.</summary>
    [Id(10)]
    public TimeSpan Stale { get; init; }

    /// <summary>How long past its freshness a document may be served when compiling fails (RFC 5861 §4); zero for not at all.</summary>
    [Id(11)]
    public TimeSpan StaleOnError { get; init; }
}
