namespace Aggregator.Gateway.Health;

/// <summary>Whether this process can reach grains.</summary>
public interface IClusterLink
{
    /// <summary>Whether it can, as far as is known.</summary>
    bool IsConnected { get; }
}
