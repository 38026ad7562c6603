using System.Collections.Immutable;
using Aggregator.Identity;
using Aggregator.Shaping;

namespace Aggregator.Definitions;

/// <summary>A report: the sources it is compiled from and the document that they make.</summary>
public sealed record ReportDefinition
{
    /// <summary>The report's name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is defined.</summary>
    public required Place Place { get; init; }

    /// <summary>One line for people.</summary>
    public string? Summary { get; init; }

    /// <summary>A further path at which it answers; null for none.</summary>
    public string? Route { get; init; }

    /// <summary>The declared parameters, in order.</summary>
    public ImmutableArray<ParameterDescriptor> Parameters { get; init; } = [];

    /// <summary>Named literals, in order.</summary>
    public ImmutableArray<NamedConstant> Constants { get; init; } = [];

    /// <summary>How long the whole report may take.</summary>
    public TimeSpan Deadline { get; init; } = DefaultDeadline;

    /// <summary>The client headers offered to upstreams that accept them, in lower case.</summary>
    public ImmutableArray<string> Forward { get; init; } = [];

    /// <summary>How long the document may be used again.</summary>
    public ReportCaching Caching { get; init; } = ReportCaching.Default;

    /// <summary>The tags under which documents can be purged.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The sources, in order.</summary>
    public required ImmutableArray<SourceDefinition> Sources { get; init; }

    /// <summary>The document; when the definition has no <c>result</c>, an object of every source by name.</summary>
    public required Shape Result { get; init; }

    /// <summary>Where <c>result</c> stands, or the report when it has none.</summary>
    public required Place ResultPlace { get; init; }

    /// <summary>The largest document, in bytes.</summary>
    public long MaxDocument { get; init; } = DefaultMaxDocument;

    /// <summary>A hash over the definition's own content, without the upstreams it uses, indifferent to comments and layout.</summary>
    public required string Hash { get; init; }

    /// <summary>How long a report may take when the definition does not say.</summary>
    public static readonly TimeSpan DefaultDeadline = TimeSpan.FromSeconds(10);

    /// <summary>The largest document when the definition does not say: 16 MiB.</summary>
    public const long DefaultMaxDocument = 16L << 20;
}
