namespace Aggregator.HttpCaching;

/// <summary>A request field that a response's Vary names, in the form in which two requests are compared (RFC 9111 §4.1).</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Value">Its normalised value; null if the request does not have it.</param>
public readonly record struct SelectingField(string Name, string? Value);
