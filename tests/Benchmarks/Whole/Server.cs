using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Aggregator.Benchmarks.Whole;

/// <summary>A server in a process of its own, whose processor time can be read.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process _process;

    private Server(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _ = process.StandardOutput.ReadToEndAsync(); // or the server would wait, once what it says fills the pipe
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts one and waits until it says where it listens.</summary>
    public static async Task<Server> StartAsync(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The server did not start.");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, "http://127.0.0.1:[1-9][0-9]*") is { Success: true } address) return new(process, new(address.Value));
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
