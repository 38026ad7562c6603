using System.Collections.Immutable;

namespace Aggregator.Definitions;

/// <summary>What of an upstream clients may reach through the relay.</summary>
public sealed record RelayDefinition
{
    /// <summary>The methods allowed, as HTTP writes them; empty for every one that can be relayed.</summary>
    public ImmutableArray<string> Methods { get; init; } = Default;

    /// <summary>
    /// The paths allowed with all that is below them, percent-encoded, each with a leading slash and none at the end; empty for every path.
    /// </summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>The methods allowed when the definition does not say.</summary>
    public static readonly ImmutableArray<string> Default = ["GET", "HEAD"];
}
