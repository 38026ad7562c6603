namespace Aggregator.Gateway.Relay;

/// <summary>The limits of a relayed request.</summary>
public sealed class RelayOptions
{
    /// <summary>The default of <see cref="Patience"/>.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(30);

    /// <summary>How long a client waits for the upstream's answer, all attempts together; by default 30 s.</summary>
    public TimeSpan Patience { get; init; } = DefaultPatience;
}
