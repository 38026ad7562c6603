using Aggregator.Tests.Processes;

namespace Aggregator.Tests.RealUpstreams;

/// <summary>Debian's httpbin under gunicorn.</summary>
internal sealed class HttpBin : IAsyncDisposable
{
    private readonly StartedProcess _process;

    private HttpBin(StartedProcess process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it; it names its port and its own process, which must be the one started.</summary>
    public static async Task<HttpBin> StartAsync()
    {
        var process = StartedProcess.Start("/usr/bin/gunicorn", ["--bind", "127.0.0.1:0", "--workers", "1", "--threads", "16", "httpbin:app"]);
        var line = await process.WaitForAsync(@"Listening at: (http://127\.0\.0\.1:[0-9]+) \(([0-9]+)\)", TimeSpan.FromSeconds(60));
        Assert.Equal(process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), line.Groups[2].Value);
        return new(process, new(line.Groups[1].Value));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
