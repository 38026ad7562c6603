namespace Aggregator.Samples.Sky;

/// <summary>How light one day is.</summary>
/// <param name="Date">The date (ISO 8601).</param>
/// <param name="DaylightMinutes">How long the sun is up, in minutes, rounded.</param>
internal sealed record DaylightDay(string Date, int DaylightMinutes);
