namespace Aggregator.Identity;

/// <summary>What a gateway must know of an upstream: which version of it is in force, and what of it clients may reach.</summary>
[GenerateSerializer, Immutable, Alias("upstream")]
public sealed record UpstreamDescriptor
{
    /// <summary>The upstream's name.</summary>
    [Id(0)]
    public required string Name { get; init; }

    /// <summary>The hash of its definition; two versions of an upstream never share one.</summary>
    [Id(1)]
    public required string DefinitionHash { get; init; }

    /// <summary>What of it is relayed; null for nothing.</summary>
    [Id(2)]
    public RelayDescriptor? Relay { get; init; }
}
