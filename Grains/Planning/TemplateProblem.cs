namespace Aggregator.Planning;

/// <summary>What is wrong with a template's text.</summary>
/// <param name="Offset">Where in the text, in characters from 0.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What could stand there instead.</param>
public sealed record TemplateProblem(int Offset, string Found, string Expected);
