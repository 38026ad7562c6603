namespace Aggregator.Gateway.Health;

/// <summary>The link of a node: it is a part of the cluster, and has no catalogue before its silo is up.</summary>
internal sealed class InProcessLink : IClusterLink
{
    /// <inheritdoc/>
    public bool IsConnected => true;
}
