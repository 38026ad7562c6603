using System.Net;
using System.Net.Sockets;

namespace Aggregator.Tests.Processes;

/// <summary>Ports that were free a moment ago, for programs that need numbers.</summary>
internal static class FreePorts
{
    /// <summary>Takes some, all different.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
