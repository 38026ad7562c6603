namespace Aggregator.Gateway.Calls;

/// <summary>The limits of a call from a gateway to a grain.</summary>
public sealed class GrainCallOptions
{
    /// <summary>The default of <see cref="AttemptTimeout"/>.</summary>
    public static readonly TimeSpan DefaultAttemptTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The default of <see cref="Pause"/>.</summary>
    public static readonly TimeSpan DefaultPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The default of <see cref="LongestPause"/>.</summary>
    public static readonly TimeSpan DefaultLongestPause = TimeSpan.FromSeconds(1);

    /// <summary>The default of <see cref="Grace"/>.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromSeconds(2);

    /// <summary>The default of <see cref="LeaveLimit"/>.</summary>
    public static readonly TimeSpan DefaultLeaveLimit = TimeSpan.FromSeconds(2);

    /// <summary>How long one attempt may take before it is repeated; by default 10 s. The grain keeps the compile for as long.</summary>
    public TimeSpan AttemptTimeout { get; init; } = DefaultAttemptTimeout;

    /// <summary>
    /// The pause before the second attempt, doubled before each further one; by default 100 ms. Up to half of it is left to chance.
    /// </summary>
    public TimeSpan Pause { get; init; } = DefaultPause;

    /// <summary>The longest pause between two attempts; by default 1 s.</summary>
    public TimeSpan LongestPause { get; init; } = DefaultLongestPause;

    /// <summary>How long after the caller's patience the gateway still waits for the grain's own word; by default 2 s.</summary>
    public TimeSpan Grace { get; init; } = DefaultGrace;

    /// <summary>How long telling a grain that a caller has left may take; by default 2 s.</summary>
    public TimeSpan LeaveLimit { get; init; } = DefaultLeaveLimit;
}
