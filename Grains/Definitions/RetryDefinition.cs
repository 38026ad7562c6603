namespace Aggregator.Definitions;

/// <summary>How often a safe call is repeated after a failure that may pass.</summary>
/// <param name="Attempts">Further attempts after the first.</param>
/// <param name="Backoff">The median wait before the first of them; it doubles each time and is jittered.</param>
public sealed record RetryDefinition(int Attempts, TimeSpan Backoff)
{
    /// <summary>One further attempt after about 100 ms.</summary>
    public static RetryDefinition Default { get; } = new(1, TimeSpan.FromMilliseconds(100));
}
