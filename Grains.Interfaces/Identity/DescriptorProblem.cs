namespace Aggregator.Identity;

/// <summary>What is wrong with a parameter's declaration.</summary>
/// <param name="Key">
/// The key of the declaration at fault, with its place below another after a dot: <c>pattern</c>, <c>items.minimum</c>, <c>enum.2</c> (the
/// third value).
/// </param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could stand there instead.</param>
public sealed record DescriptorProblem(string Key, string Found, string Expected);
