using System.Net;
using System.Net.Sockets;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Cluster;
using Aggregator.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Gateway.Tests.Cluster;

public sealed class ClusterConnectionTests
{
    [Fact]
    public async Task NoSilo_DoesNotHoldUpTheStart_NorTheStop()
    {
        using var catalogue = new PublishedCatalogue();
        var follower = new CatalogueFollower(catalogue, TimeProvider.System, NullLogger<CatalogueFollower>.Instance);
        using var connection = new ClusterConnection(
            new() { GatewayPort = UnusedPort() }, follower, new(new(TimeProvider.System), TimeProvider.System), TimeProvider.System, NullLoggerFactory.Instance, NullLogger<ClusterConnection>.Instance);

        await connection.StartAsync(CancellationToken.None);
        Assert.Throws<ClusterNotConnectedException>(() => connection.Get(ReportKey.Parse("k")));
        Assert.False(follower.IsConnected);
        await connection.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void Settings_AreReadFromTheirSection()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("Cluster:Address", "10.0.0.7"), new("Cluster:GatewayPort", "31000"), new("Cluster:ClusterId", "blue")]);

        var settings = ClusterSettings.Read(configuration);

        Assert.Equal(IPAddress.Parse("10.0.0.7"), settings.Address);
        Assert.Equal(31000, settings.GatewayPort);
        Assert.Equal(ClusterSettings.DefaultSiloPort, settings.SiloPort);
        Assert.Equal("blue", settings.ClusterId);
        Assert.Equal(ClusterSettings.DefaultId, settings.ServiceId);
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
