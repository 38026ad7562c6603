using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>What binding a request's parameters gave: their canonical form, or everything that is wrong with them.</summary>
/// <param name="Parameters">The canonical form; null when there are problems.</param>
/// <param name="Problems">All problems; empty when there are none.</param>
public sealed record BoundParameters(CanonicalParameters? Parameters, ImmutableArray<ParameterProblem> Problems);
