using System.Net.Http.Json;
using System.Text.Json;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.RealUpstreams;

/// <summary>json-server over the countries of the package world-countries.</summary>
internal sealed class JsonServer : IAsyncDisposable
{
    private readonly StartedProcess _process;

    private JsonServer(StartedProcess process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it, and makes sure that it is the one that answers.</summary>
    public static async Task<JsonServer> StartAsync()
    {
        var token = Guid.NewGuid().ToString("n");
        var process = StartedProcess.Start("node", [Repository.PathOf("tests", "servers", "json-server.mjs"), token]);
        var line = await process.WaitForAsync("^listening ([0-9]+)$", TimeSpan.FromSeconds(60));
        var address = new Uri($"http://127.0.0.1:{line.Groups[1].Value}");
        using var client = new HttpClient();
        var answer = await client.GetFromJsonAsync<JsonElement>(new Uri(address, "/started"));
        Assert.Equal(token, answer.GetProperty("token").GetString());
        return new(process, address);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
