using System.Net;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.Nodes;

/// <summary>What is published and packed is what runs: both hosts, and the node as a tool.</summary>
public sealed class PublishedHostsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_published_node_serves_the_samples()
    {
        var output = await DotnetAsync("publish", Repository.PathOf("Silo", "Silo.csproj"), "--no-build", "-o", Path.Combine(_folder.Path, "silo"));
        await using var node = await StartedNode.StartAsync("dotnet", [Path.Combine(_folder.Path, "silo", "Aggregator.Silo.dll")], folder: null);

        Assert.Equal(HttpStatusCode.OK, await StatusOf(node.Client, "/reports/country?code=CZ"));
        Assert.Equal(0, await node.StopAsync());
        Assert.DoesNotContain("warn", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_published_gateway_answers_through_a_silo()
    {
        await DotnetAsync("publish", Repository.PathOf("Gateway", "Gateway.csproj"), "--no-build", "-o", Path.Combine(_folder.Path, "gateway"));
        var ports = FreePorts.Take(2);
        await using var silo = await StartedNode.StartAsync(
            "dotnet", [StartedNode.SiloProgram, $"--Cluster:SiloPort={ports[0]}", $"--Cluster:GatewayPort={ports[1]}"], folder: null, settings: ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"]);
        await using var gateway = await StartedNode.StartAsync(
            "dotnet", [Path.Combine(_folder.Path, "gateway", "Aggregator.Gateway.dll"), $"--Cluster:GatewayPort={ports[1]}"], folder: null, settings: ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"]);

        await gateway.WaitUntilReadyAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusOf(gateway.Client, "/reports/country?code=CZ"));
    }

    [Fact]
    public async Task A_gateway_without_a_cluster_is_alive_and_not_ready()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Aggregator.Gateway.dll");
        await using var gateway = await StartedNode.StartAsync(
            "dotnet", [program, $"--Cluster:GatewayPort={FreePorts.Take(1)[0]}"], folder: null, settings: ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"]);

        Assert.Equal(HttpStatusCode.OK, await StatusOf(gateway.Client, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOf(gateway.Client, "/health/ready"));
        using var response = await gateway.Client.GetAsync("/reports");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_packed_tool_checks_and_serves()
    {
        var packages = Path.Combine(_folder.Path, "packages");
        var tool = Path.Combine(_folder.Path, "tool");
        await DotnetAsync("pack", Repository.PathOf("Silo", "Silo.csproj"), "--no-build", "-o", packages);
        await DotnetAsync("tool", "install", "Aggregator", "--tool-path", tool, "--source", packages, "--version", "*");
        var program = Path.Combine(tool, "aggregator");

        await using (var check = StartedProcess.Start(program, ["check", Repository.PathOf("samples")]))
            Assert.Equal(0, await check.WaitForEndAsync(Patience));
        await using var node = await StartedNode.StartAsync(program, [], folder: null);
        Assert.Equal(HttpStatusCode.OK, await StatusOf(node.Client, "/reports/country?code=CZ"));
    }

    private static async Task<string> DotnetAsync(string verb, params string[] arguments)
    {
        string[] configuration = verb is "publish" or "pack" ? ["-c", Repository.Configuration, "-v", "quiet"] : [];
        await using var process = StartedProcess.Start("dotnet", [verb, .. arguments, .. configuration]);
        var code = await process.WaitForEndAsync(Patience);
        Assert.True(code == 0, process.Output);
        return process.Output;
    }

    private static async Task<HttpStatusCode> StatusOf(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
}
