namespace Aggregator.Definitions;

/// <summary>A header field with a value that is safe to put on the wire.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Value">The value, free of CR, LF and NUL.</param>
public sealed record HeaderField(string Name, string Value);
