using System.Net;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.Nodes;

/// <summary>A node as an operator meets it.</summary>
public sealed class NodeTests
{
    [Fact]
    public async Task Without_a_folder_it_serves_the_samples_and_names_urls_that_answer()
    {
        await using var node = await StartedNode.StartAsync(folder: null);
        await node.WaitUntilReadyAsync();

        var urls = node.Output.Split('\n').Where(line => line.Contains("curl '", StringComparison.Ordinal)).Select(line => line.Split('\'')[1]).ToList();
        Assert.Equal(3, urls.Count);
        foreach (var url in urls)
        {
            using var response = await node.Client.GetAsync(url);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{url}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task A_bad_folder_stops_the_start_with_every_problem_and_its_place()
    {
        using var folder = new TemporaryFolder().With("reports.yaml", "report: r\nsources:\n  a: { get: \"nowhere:/x\" }\n  b: { value: c }\n");
        await using var process = StartedProcess.Start("dotnet", [StartedNode.SiloProgram, $"--Reports={folder.Path}", "--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"]);

        Assert.Equal(2, await process.WaitForEndAsync(Patience));
        Assert.Contains("reports.yaml:3", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Cluster:SiloPrt=0", "Cluster:SiloPort")]
    [InlineData("--Report=x", "Reports")]
    [InlineData("--Cluster:SiloPort=many", "Cluster:SiloPort")]
    [InlineData("chek", "check")]
    public async Task A_wrong_setting_stops_the_start_and_names_the_nearest_known_one(string argument, string near)
    {
        await using var process = StartedProcess.Start("dotnet", [StartedNode.SiloProgram, argument]);

        Assert.Equal(2, await process.WaitForEndAsync(Patience));
        Assert.Contains(near, process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_node_on_the_same_ports_is_refused_by_name()
    {
        var ports = FreePorts.Take(2);
        string[] settings = ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0", $"--Cluster:SiloPort={ports[0]}", $"--Cluster:GatewayPort={ports[1]}"];
        await using var first = await StartedNode.StartAsync("dotnet", [StartedNode.SiloProgram], folder: null, settings: settings);
        await using var second = StartedProcess.Start("dotnet", [StartedNode.SiloProgram, .. settings]);

        Assert.Equal(1, await second.WaitForEndAsync(Patience));
        Assert.Contains("Cluster:SiloPort", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "Admin:Urls")]
    [InlineData("Admin:Urls", "Urls")]
    public async Task A_taken_http_port_is_one_line_that_names_the_setting(string taken, string free)
    {
        await using var first = await StartedNode.StartAsync(folder: null);
        await using var second = StartedProcess.Start(
            "dotnet",
            [
                StartedNode.SiloProgram, $"--{taken}={first.Client.BaseAddress?.GetLeftPart(UriPartial.Authority)}", $"--{free}=http://127.0.0.1:0",
                "--Cluster:SiloPort=0", "--Cluster:GatewayPort=0",
            ]);

        Assert.Equal(1, await second.WaitForEndAsync(Patience));
        Assert.StartsWith($"{taken}: ", second.Output, StringComparison.Ordinal);
        Assert.Single(second.Output.Trim().Split('\n'));
    }

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
}
