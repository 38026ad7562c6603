using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Upstreams;

/// <summary>One call of an upstream, whole: nothing is looked up any more to carry it out.</summary>
public sealed record UpstreamCall
{
    /// <summary>The upstream.</summary>
    public required UpstreamDefinition Upstream { get; init; }

    /// <summary>The request method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Path and query to append to the upstream's base, percent-encoded.</summary>
    public required string Target { get; init; }

    /// <summary>The JSON body; null for none.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>Whether it only reads, and so may be repeated.</summary>
    public required bool Safe { get; init; }

    /// <summary>What the source's definition makes of unusual answers.</summary>
    public ImmutableArray<OnRule> On { get; init; } = [];

    /// <summary>Whether what is stored has to be confirmed by the upstream before it is used.</summary>
    public bool Revalidate { get; init; }
}
