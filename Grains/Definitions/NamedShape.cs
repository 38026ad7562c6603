using Aggregator.Shaping;

namespace Aggregator.Definitions;

/// <summary>A named value computed by a shape: a member of <c>with</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What computes the value.</param>
/// <param name="Place">Where the name stands.</param>
public sealed record NamedShape(string Name, Shape Value, Place Place);
