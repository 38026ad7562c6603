using System.Globalization;

namespace Aggregator.Benchmarks.Whole;

/// <summary>
/// A report that is fresh in the near cache against bare Kestrel giving the same headers and bytes. Runs of the two alternate, and a second
/// bare server runs beside them: how far the two bare ones differ is what the machine adds by itself.
/// </summary>
internal static class HotReport
{
    public const int DefaultPairs = 15;

    private const int Connections = 32;
    private static readonly TimeSpan Run = TimeSpan.FromSeconds(1);

    /// <summary>Measures and prints the ratios; fails when they pass the limits.</summary>
    public static async Task<int> RunAsync(int pairs)
    {
        var folder = Directory.CreateTempSubdirectory("aggregator-").FullName;
        try
        {
            return await RunAsync(pairs, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RunAsync(int pairs, string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "hot.yaml"), Report);
        using var node = await Server.StartAsync(
            SiloProgram, $"--Reports={folder}", "--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0", "--Cluster:SiloPort=0", "--Cluster:GatewayPort=0");
        var hot = new Uri(node.Address, "/reports/hot");
        var recorded = Path.Combine(folder, "response.recorded");
        await (await RecordedResponse.OfAsync(hot)).SaveAsync(recorded);
        using var bare = await Server.StartAsync(typeof(HotReport).Assembly.Location, "bare", recorded);
        using var control = await Server.StartAsync(typeof(HotReport).Assembly.Location, "bare", recorded);

        (Server Server, Uri Url)[] servers = [(node, hot), (bare, bare.Address), (control, control.Address)];
        foreach (var (_, url) in servers) await Load.RunAsync(url, Connections, 3 * Run); // compiled hot before it counts
        var figures = new List<Figures[]>();
        for (var pair = 0; pair < pairs; pair++)
        {
            var round = new List<Figures>();
            foreach (var (server, url) in servers) round.Add(await MeasureAsync(server, url));
            figures.Add([.. round]);
        }

        return Tell(figures);
    }

    private static async Task<Figures> MeasureAsync(Server server, Uri url)
    {
        var before = server.ProcessorTime;
        var (requests, took) = await Load.RunAsync(url, Connections, Run);
        return new((server.ProcessorTime - before).TotalMicroseconds / requests, requests / took.TotalSeconds);
    }

    private static int Tell(List<Figures[]> figures)
    {
        var (cpu, cpuControl) = (Spread.Of(figures, round => round[0].Cpu / round[1].Cpu), Spread.Of(figures, round => round[2].Cpu / round[1].Cpu));
        var (rate, rateControl) = (Spread.Of(figures, round => round[0].Rate / round[1].Rate), Spread.Of(figures, round => round[2].Rate / round[1].Rate));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hot report against bare Kestrel, {figures.Count} interleaved pairs"));
        Console.WriteLine($"  CPU per request   {cpu}   control {cpuControl}");
        Console.WriteLine($"  requests a second {rate}   control {rateControl}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  bare: {figures.Select(round => round[1].Cpu).Order().ElementAt(figures.Count / 2):0.0} us a request, {figures.Select(round => round[1].Rate).Order().ElementAt(figures.Count / 2):0} requests/s"));
        var good = (cpu.Median <= MostCpu || cpu.Median <= cpuControl.High) && (rate.Median >= LeastRate || rate.Median >= rateControl.Low);
        Console.WriteLine(good ? "  within the limits" : $"  outside the limits of {MostCpu} and {LeastRate}");
        return good ? 0 : 1;
    }

    private sealed record Figures(double Cpu, double Rate);

    private const double MostCpu = 1.15;
    private const double LeastRate = 0.9;

    private static readonly string SiloProgram = Path.Combine(AppContext.BaseDirectory, "Aggregator.Silo.dll");

    private const string Report = """
        report: hot
        constants: { words: [alpha, beta, gamma, delta, epsilon, zeta, eta, theta, iota, kappa] }
        sources:
          pairs: { value: "words[*].{word: @, length: length(@), words: $words}" }
        result: { words: words, pairs: pairs }
        cache: 1h
        """;
}
