using System.Net;
using System.Net.Sockets;

namespace Aggregator.Gateway.Settings;

/// <summary>Tries the ports of a process before anything is started, so that a taken one is told in one line that names its setting.</summary>
public static class ListenPorts
{
    /// <summary>Tries one port.</summary>
    /// <param name="setting">The setting that names it.</param>
    /// <param name="address">The address to listen at.</param>
    /// <param name="port">The port; 0 for any.</param>
    /// <param name="errors">Where to say that it cannot be had.</param>
    /// <returns>The port, a free one for 0; null when it cannot be had.</returns>
    public static int? Try(string setting, IPAddress address, int port, TextWriter errors)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return ((IPEndPoint?)socket.LocalEndPoint)?.Port;
        }
        catch (SocketException fault)
        {
            errors.WriteLine($"{setting}: cannot listen at {new IPEndPoint(address, port)}: {fault.Message}. Another process has it? Give this one a port of its own, or 0 for any.");
            return null;
        }
    }

    /// <summary>Tries the ports of a setting with URLs; a host name other than localhost is left to the server.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="urls">The setting's value: URLs, with semicolons between them.</param>
    /// <param name="errors">Where to say that one cannot be had.</param>
    /// <returns>Whether all can be had.</returns>
    public static bool TryUrls(string setting, string? urls, TextWriter errors)
    {
        var free = true;
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var binding = BindingAddress.Parse(url);
            if (AddressOf(binding.Host) is { } address && Try(setting, address, binding.Port, errors) is null) free = false;
        }

        return free;
    }

    private static IPAddress? AddressOf(string host) => host switch
    {
        "localhost" => IPAddress.Loopback,
        "*" or "+" => IPAddress.Any,
        _ => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null,
    };
}
