namespace Aggregator.Samples.Time;

/// <summary>A change of the clocks to come.</summary>
/// <param name="At">When, in UTC (RFC 3339).</param>
/// <param name="Offset">The offset from UTC after it, such as <c>+01:00</c>.</param>
internal sealed record ZoneChange(string At, string Offset);
