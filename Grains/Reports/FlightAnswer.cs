namespace Aggregator.Reports;

/// <summary>What one who waited for a compile got.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Early">Whether it was made from what was there when this caller's patience ended.</param>
internal readonly record struct FlightAnswer(ReportAnswer Answer, bool Early);
