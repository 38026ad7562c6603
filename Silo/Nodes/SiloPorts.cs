using Aggregator.Gateway.Cluster;
using Aggregator.Gateway.Settings;

namespace Aggregator.Silo.Nodes;

/// <summary>The two ports of a silo. Orleans needs numbers, so 0 is turned into a free one here.</summary>
/// <param name="Silo">The port at which silos talk to each other.</param>
/// <param name="Gateway">The port at which the silo lets gateways in.</param>
internal sealed record SiloPorts(int Silo, int Gateway)
{
    /// <summary>Chooses the ports, and says of one that is taken which setting names it.</summary>
    /// <returns>The ports; null when one is taken.</returns>
    public static SiloPorts? Choose(ClusterSettings settings, TextWriter errors)
    {
        var silo = ListenPorts.Try("Cluster:SiloPort", settings.Address, settings.SiloPort, errors);
        var gateway = ListenPorts.Try("Cluster:GatewayPort", settings.Address, settings.GatewayPort, errors);
        return silo is { } one && gateway is { } other ? new(one, other) : null;
    }
}
