namespace Aggregator.Gateway.Calls;

/// <summary>Where the gateway's randomness comes from.</summary>
public interface IRandomness
{
    /// <summary>An identity that nothing else has.</summary>
    Guid NextId();

    /// <summary>A number from 0 (inclusive) to 1 (exclusive).</summary>
    double NextFraction();
}
