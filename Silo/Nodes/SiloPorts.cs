using System.Net;
using System.Net.Sockets;
using Aggregator.Gateway.Cluster;

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
        var silo = Free("Cluster:SiloPort", settings.Address, settings.SiloPort, errors);
        var gateway = Free("Cluster:GatewayPort", settings.Address, settings.GatewayPort, errors);
        return silo is { } one && gateway is { } other ? new(one, other) : null;
    }

    private static int? Free(string setting, IPAddress address, int port, TextWriter errors)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return ((IPEndPoint?)socket.LocalEndPoint)?.Port;
        }
        catch (SocketException fault)
        {
            errors.WriteLine($"{setting}: cannot listen at {address}:{port}: {fault.Message}; another node here? Give it a port of its own, or 0 for any.");
            return null;
        }
    }
}
