namespace Aggregator.JmesPath.Syntax;

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it begins, in characters.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">A name without its quotes, a raw string or a literal with its escapes undone; else nothing.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, int End, string Text = "");
