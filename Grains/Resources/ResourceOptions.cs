namespace Aggregator.Resources;

/// <summary>How shards and their callers treat each other.</summary>
public sealed class ResourceOptions
{
    /// <summary>How long one call of a shard may take before it is repeated and rejoins. Default 10 s, less than Orleans itself waits.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a flight goes on while no call for it is under way, so that a repeated call can rejoin it. Default 10 s: one attempt.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause before a call of a shard that could not be reached is repeated. Default 50 ms.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(50);
}
