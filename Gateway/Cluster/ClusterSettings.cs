using System.Globalization;
using System.Net;

namespace Aggregator.Gateway.Cluster;

/// <summary>Where the cluster is: the section <c>Cluster</c>.</summary>
public sealed class ClusterSettings
{
    /// <summary>The default of <see cref="ServiceId"/> and <see cref="ClusterId"/>.</summary>
    public const string DefaultId = "aggregator";

    /// <summary>The default of <see cref="SiloPort"/>.</summary>
    public const int DefaultSiloPort = 11111;

    /// <summary>The default of <see cref="GatewayPort"/>.</summary>
    public const int DefaultGatewayPort = 30000;

    /// <summary>Names the service, across clusters that follow one another; by default <c>aggregator</c>.</summary>
    public string ServiceId { get; init; } = DefaultId;

    /// <summary>Names the cluster; by default <c>aggregator</c>.</summary>
    public string ClusterId { get; init; } = DefaultId;

    /// <summary>The address of the silo; by default the loopback address.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port at which silos talk to each other; by default 11111.</summary>
    public int SiloPort { get; init; } = DefaultSiloPort;

    /// <summary>The port at which a silo lets gateways in; by default 30000.</summary>
    public int GatewayPort { get; init; } = DefaultGatewayPort;

    /// <summary>Reads settings that <see cref="Settings.SettingsCheck"/> found no fault with.</summary>
    /// <param name="configuration">The settings.</param>
    public static ClusterSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Cluster");
        return new()
        {
            ServiceId = section["ServiceId"] ?? DefaultId,
            ClusterId = section["ClusterId"] ?? DefaultId,
            Address = section["Address"] is { } address ? IPAddress.Parse(address) : IPAddress.Loopback,
            SiloPort = Port(section["SiloPort"], DefaultSiloPort),
            GatewayPort = Port(section["GatewayPort"], DefaultGatewayPort),
        };
    }

    private static int Port(string? text, int byDefault) => text is null ? byDefault : int.Parse(text, CultureInfo.InvariantCulture);
}
