using System.Reflection;
using Aggregator.Gateway;
using Aggregator.Reports;

namespace Aggregator.Tests.Architecture;

/// <summary>The rules between the parts, held on the compiled code.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("Definitions")]
    [InlineData("Planning")]
    [InlineData("HttpCaching")]
    [InlineData("JmesPath")]
    [InlineData("Shaping")]
    public void A_pure_folder_knows_no_clock_no_network_no_log_and_no_runtime(string folder)
    {
        var used = TypesUsed.By(typeof(ReportCompiler).Assembly, $"Aggregator.{folder}");

        Assert.NotEmpty(used);
        Assert.Empty(used.Where(type => Impure.Any(impure => type.Key.StartsWith(impure, StringComparison.Ordinal))).Select(type => $"{string.Join(", ", type.Distinct())} uses {type.Key}"));
    }

    [Fact]
    public void Identity_is_pure_too()
    {
        var used = TypesUsed.By(typeof(Identity.ReportKey).Assembly, "Aggregator.Identity");

        Assert.Empty(used.Where(type => Impure.Any(impure => type.Key.StartsWith(impure, StringComparison.Ordinal))).Select(type => $"{string.Join(", ", type.Distinct())} uses {type.Key}"));
    }

    [Fact]
    public void The_gateway_does_not_know_the_grains() =>
        Assert.DoesNotContain("Aggregator.Grains", References(typeof(GatewayHosting).Assembly));

    [Fact]
    public void The_contracts_know_orleans_and_nothing_else()
    {
        var references = References(typeof(Identity.ReportKey).Assembly);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Polly", StringComparison.Ordinal)
            || name.StartsWith("Aggregator", StringComparison.Ordinal) || name == "System.Net.Http");
    }

    [Fact]
    public void Only_the_upstream_pipe_sends_requests()
    {
        string[] senders = ["System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.SocketsHttpHandler"];
        var users = new[] { typeof(ReportCompiler).Assembly, typeof(GatewayHosting).Assembly }
            .SelectMany(assembly => TypesUsed.By(assembly, "Aggregator"))
            .Where(type => senders.Contains(type.Key)).SelectMany(type => type).Distinct();

        Assert.All(users, user => Assert.Equal("UpstreamExchange", user));
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name ?? "");

    private static readonly string[] Impure =
    [
        "Orleans.Grain", "Orleans.IGrain", "Orleans.Runtime", "Polly", "Microsoft.Extensions.", "System.TimeProvider", "System.DateTime.Now", "System.Random",
        "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Sockets", "System.IO.File", "System.IO.Directory",
        "System.Diagnostics.Stopwatch", "System.Threading.Tasks.Task",
    ];
}
