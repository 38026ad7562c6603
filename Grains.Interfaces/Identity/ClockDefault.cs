namespace Aggregator.Identity;

/// <summary>A default that is read from the clock when a request is bound.</summary>
/// <param name="Reading">What to read.</param>
/// <param name="Zone">The IANA time zone in which to read it.</param>
[GenerateSerializer, Immutable, Alias("clock-default")]
public sealed record ClockDefault([property: Id(0)] ClockReading Reading, [property: Id(1)] string Zone);
