namespace Aggregator.Identity;

/// <summary>A client header that a report forwards and one of its upstreams accepts.</summary>
/// <param name="Name">The field name in lower case.</param>
/// <param name="Value">The field value, lines joined by a comma (RFC 9110 §5.3).</param>
[GenerateSerializer, Immutable, Alias("forwarded-header")]
public sealed record ForwardedHeader([property: Id(0)] string Name, [property: Id(1)] string Value);
