namespace Aggregator.Samples.Time;

/// <summary>What a clock on the wall shows.</summary>
/// <param name="Zone">The identifier of the time zone.</param>
/// <param name="Local">Date and time there (RFC 3339).</param>
/// <param name="Utc">The same instant in UTC.</param>
internal sealed record ClockReading(string Zone, string Local, string Utc);
