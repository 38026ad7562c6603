namespace Aggregator.Identity;

/// <summary>What a clock default reads.</summary>
public enum ClockReading
{
    /// <summary>Today's date, <c>yyyy-MM-dd</c>.</summary>
    Today,

    /// <summary>Yesterday's date, <c>yyyy-MM-dd</c>.</summary>
    Yesterday,

    /// <summary>This second with its offset, RFC 3339.</summary>
    Now,
}
