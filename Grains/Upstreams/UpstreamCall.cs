using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Resources;

namespace Aggregator.Upstreams;

/// <summary>One call of an upstream, whole: nothing is looked up any more to carry it out.</summary>
public sealed record UpstreamCall
{
    /// <summary>The upstream.</summary>
    public required UpstreamDefinition Upstream { get; init; }

    /// <summary>On whose behalf: it decides what becomes of the body.</summary>
    public ResourceUse Use { get; init; } = ResourceUse.Source;

    /// <summary>The request method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query to append to the upstream's base, percent-encoded.</summary>
    public required string Target { get; init; }

    /// <summary>The header fields of this call; <see cref="RequestFields"/> adds what is configured.</summary>
    public HeaderFields Headers { get; init; } = HeaderFields.Empty;

    /// <summary>The body; null for none. Not to be written to.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Whether it only reads, and so may be repeated and shared.</summary>
    public required bool Safe { get; init; }

    /// <summary>How stored responses may be used and made.</summary>
    public ResourceCaching Caching { get; init; } = ResourceCaching.Off;

    /// <summary>The tags under which what is stored can be purged.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>What the source's definition makes of unusual answers.</summary>
    public ImmutableArray<OnRule> On { get; init; } = [];
}
