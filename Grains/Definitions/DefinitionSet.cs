using System.Collections.Immutable;

namespace Aggregator.Definitions;

/// <summary>Every definition of one folder, parsed and checked: well-formed by construction, nothing behind it checks again.</summary>
public sealed record DefinitionSet
{
    /// <summary>The upstreams by name.</summary>
    public required ImmutableDictionary<string, UpstreamDefinition> Upstreams { get; init; }

    /// <summary>The reports by name.</summary>
    public required ImmutableDictionary<string, ReportDefinition> Reports { get; init; }
}
