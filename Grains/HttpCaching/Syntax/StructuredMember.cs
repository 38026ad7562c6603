namespace Aggregator.HttpCaching.Syntax;

/// <summary>One member of a dictionary, without its parameters (RFC 9651 §3.2).</summary>
/// <param name="Key">Its key, lower case by definition.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Text">Its value's text, as its kind says.</param>
public readonly record struct StructuredMember(string Key, StructuredKind Kind, string Text);
