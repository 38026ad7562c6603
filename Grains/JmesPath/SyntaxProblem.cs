namespace Aggregator.JmesPath;

/// <summary>What is wrong with an expression's text.</summary>
/// <param name="Offset">Where in the text, in characters from 0.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could stand there instead.</param>
/// <param name="Hint">The nearest known name, or null.</param>
public sealed record SyntaxProblem(int Offset, string Found, string Expected, string? Hint = null);
