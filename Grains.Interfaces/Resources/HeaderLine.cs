namespace Aggregator.Resources;

/// <summary>One header field line (RFC 9110 §5.2), as received or as to be sent, one Latin-1 character a byte.</summary>
/// <param name="Name">The field name.</param>
/// <param name="Value">The field value.</param>
[GenerateSerializer, Immutable, Alias("header-line")]
public readonly record struct HeaderLine([property: Id(0)] string Name, [property: Id(1)] string Value);
