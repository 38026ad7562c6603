using System.Security.Cryptography;

namespace Aggregator.Gateway.Calls;

/// <summary>The machine's randomness.</summary>
internal sealed class SystemRandomness : IRandomness
{
    /// <inheritdoc/>
    public Guid NextId() => Guid.NewGuid();

    /// <inheritdoc/>
    public double NextFraction() => (double)RandomNumberGenerator.GetInt32(int.MaxValue) / int.MaxValue;
}
