namespace Aggregator.Planning;

/// <summary>A variable in an expression, with its modifier (RFC 6570 §2.4).</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Explode">Whether a list's elements are written as values of their own.</param>
/// <param name="Prefix">How much of the value is written, in code points from 1; 0 for all of it.</param>
internal sealed record TemplateTerm(TemplateVariable Variable, bool Explode, int Prefix);
