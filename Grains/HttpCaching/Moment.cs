namespace Aggregator.HttpCaching;

/// <summary>
/// One instant, read from two clocks. Dates in messages are compared with the wall clock; how long a response was kept is measured
/// on the steady one, so that a step of the wall clock makes nothing older or younger.
/// </summary>
/// <param name="Wall">The time of day.</param>
/// <param name="Steady">The reading of a clock of this process that never goes back, from any origin.</param>
public readonly record struct Moment(DateTimeOffset Wall, TimeSpan Steady)
{
    /// <summary>How long ago another instant was; never negative.</summary>
    public TimeSpan Since(Moment earlier) => Steady > earlier.Steady ? Steady - earlier.Steady : TimeSpan.Zero;

    /// <summary>The instant so much later, on both clocks.</summary>
    public Moment Plus(TimeSpan span) => new(Wall + span, Steady + span);
}
