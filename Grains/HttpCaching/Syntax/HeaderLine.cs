namespace Aggregator.HttpCaching.Syntax;

/// <summary>One field line of a message as it was received (RFC 9110 §5.2).</summary>
/// <param name="Name">The field name, in the letter case it came with.</param>
/// <param name="Value">The value, a character per octet (Latin-1), without the whitespace around it.</param>
public readonly record struct HeaderLine(string Name, string Value);
