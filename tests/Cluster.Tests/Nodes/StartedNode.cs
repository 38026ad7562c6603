using Aggregator.Tests.Processes;

namespace Aggregator.Tests.Nodes;

/// <summary>A node in a process of its own, on ports that the system handed out.</summary>
internal sealed class StartedNode : IAsyncDisposable
{
    private readonly StartedProcess _process;

    private StartedNode(StartedProcess process, Uri address, Uri operatorAddress, string operatorKey)
    {
        _process = process;
        Client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        OperatorClient = new() { BaseAddress = operatorAddress, Timeout = TimeSpan.FromSeconds(60) };
        OperatorClient.DefaultRequestHeaders.Authorization = new("Bearer", operatorKey);
    }

    /// <summary>A client of the node.</summary>
    public HttpClient Client { get; }

    /// <summary>A client of its operator listener, with the key.</summary>
    public HttpClient OperatorClient { get; }

    /// <summary>Everything the node wrote.</summary>
    public string Output => _process.Output;

    /// <summary>Starts the node that the solution built, with a folder of definitions, or with the samples.</summary>
    public static Task<StartedNode> StartAsync(string? folder, IReadOnlyDictionary<string, string>? environment = null) =>
        StartAsync("dotnet", [SiloProgram], folder, environment);

    /// <summary>Starts a node by any command.</summary>
    public static async Task<StartedNode> StartAsync(
        string program,
        IEnumerable<string> arguments,
        string? folder,
        IReadOnlyDictionary<string, string>? environment = null,
        IReadOnlyList<string>? settings = null)
    {
        settings ??= ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0", "--Cluster:SiloPort=0", "--Cluster:GatewayPort=0"];
        var process = StartedProcess.Start(
            program, [.. arguments, .. settings, .. folder is null ? Array.Empty<string>() : [$"--Reports={folder}"]], environment);
        try
        {
            var banner = await process.WaitForAsync("(http://127.0.0.1:[1-9][0-9]*)", Patience);
            var operators = await process.WaitForAsync("^Operators: (http://127.0.0.1:[1-9][0-9]*) with the key ([0-9a-f]+)", Patience);
            return new(process, new(banner.Groups[1].Value), new(operators.Groups[1].Value), operators.Groups[2].Value);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task WaitUntilReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            using var response = await Client.GetAsync("/health/ready", limit.Token);
            if (response.IsSuccessStatusCode) return;
        }
        while (await rounds.WaitForNextTickAsync(limit.Token));
    }

    /// <summary>Asks it to stop and waits for its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await _process.TerminateAsync();
        return await _process.WaitForEndAsync(Patience);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        OperatorClient.Dispose();
        await _process.DisposeAsync();
    }

    /// <summary>The node's program, beside the tests that reference it.</summary>
    public static readonly string SiloProgram = Path.Combine(AppContext.BaseDirectory, "Aggregator.Silo.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
}
