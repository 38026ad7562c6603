namespace Aggregator.Definitions.Syntax;

/// <summary>One key of a map and its value.</summary>
/// <param name="Key">The key's text, whatever type it would have as a value: <c>on</c> and <c>404</c> are what they look like.</param>
/// <param name="KeyPlace">Where the key stands.</param>
/// <param name="Value">The value.</param>
internal sealed record Member(string Key, Place KeyPlace, Node Value);
