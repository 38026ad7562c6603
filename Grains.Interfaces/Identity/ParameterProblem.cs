namespace Aggregator.Identity;

/// <summary>What is wrong with one parameter of a request.</summary>
/// <param name="Parameter">The parameter's name as the request gave it, or as it is declared when the request lacks it; empty for
/// a body that holds no parameters at all.</param>
/// <param name="Detail">One sentence: what was found and what was expected.</param>
[GenerateSerializer, Immutable, Alias("parameter-problem")]
public sealed record ParameterProblem([property: Id(0)] string Parameter, [property: Id(1)] string Detail);
