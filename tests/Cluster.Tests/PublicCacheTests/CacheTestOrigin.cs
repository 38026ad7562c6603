using Aggregator.Tests.Processes;

namespace Aggregator.Tests.PublicCacheTests;

/// <summary>The origin of the public cache tests.</summary>
internal sealed class CacheTestOrigin : IAsyncDisposable
{
    private readonly StartedProcess _process;
    private readonly TemporaryFolder _folder;

    private CacheTestOrigin(StartedProcess process, TemporaryFolder folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it on a port that the system hands out.</summary>
    public static async Task<CacheTestOrigin> StartAsync()
    {
        var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>
        {
            ["npm_config_protocol"] = "http",
            ["npm_config_port"] = "0",
            ["npm_config_pidfile"] = Path.Combine(folder.Path, "pid"),
        };
        var process = StartedProcess.Start(
            "node", ["--no-warnings", Repository.PathOf("tests", "servers", "node_modules", "http-cache-tests", "server", "server.mjs")], settings);
        var line = await process.WaitForAsync(@"^Listening on http://.*:([1-9][0-9]*)/$", TimeSpan.FromSeconds(60));
        return new(process, folder, new($"http://127.0.0.1:{line.Groups[1].Value}"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
