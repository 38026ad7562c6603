namespace Aggregator.Identity;

/// <summary>A bound value: the canonical text of a scalar, or those of a list's elements.</summary>
/// <param name="Scalar">A string as it is, a number or boolean as JSON text; null for a list.</param>
/// <param name="Elements">The same of each element; null for a scalar.</param>
internal sealed record ParameterValue(string? Scalar, IReadOnlyList<string>? Elements);
