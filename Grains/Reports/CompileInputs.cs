using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Reports;

/// <summary>What a compile is made for: everything of a request that goes into its calls.</summary>
/// <param name="Parameters">The bound parameters.</param>
public sealed record CompileInputs(CanonicalParameters Parameters)
{
    /// <summary>The client headers that upstreams of the report accept.</summary>
    public ImmutableArray<ForwardedHeader> Forwarded { get; init; } = [];

    /// <summary>Whether every stored answer has to be confirmed by its upstream before it is used.</summary>
    public bool Revalidate { get; init; }
}
