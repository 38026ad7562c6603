using System.Diagnostics;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.Promises;

/// <summary>asyncio's promise, by the clock: what can run at once costs one latency, and a report takes as long as its longest chain.</summary>
public sealed class GatherDrill(ITestOutputHelper output)
{
    private const int Rounds = 15;

    [Fact(Explicit = true)]
    public async Task Twenty_sources_cost_one_latency_and_a_report_its_longest_chain()
    {
        await using var upstream = await CountingUpstream.StartAsync();
        using var folder = new TemporaryFolder()
            .With("upstreams.yaml", $"upstreams:\n  up: {{ url: \"{upstream.Url}\" }}\n")
            .With("one.yaml", Report("one", 1))
            .With("twenty.yaml", Report("twenty", 20))
            .With("chain.yaml", "report: chain\nsources:\n  a: { get: \"up:/after/200/a\" }\n  b: { get: \"up:/after/200/b{?a}\" }\n  c: { get: \"up:/after/200/c{?b}\" }\n"
                + string.Concat(Enumerable.Range(0, 10).Select(i => $"  s{i}: {{ get: \"up:/after/200/{i}\" }}\n")));
        await using var node = await StartedNode.StartAsync(folder.Path);

        var times = new Dictionary<string, List<double>> { ["one"] = [], ["twenty"] = [], ["chain"] = [] };
        for (var round = 0; round < Rounds + 1; round++)
        {
            foreach (var (report, measured) in times)
            {
                var started = Stopwatch.GetTimestamp();
                using var response = await node.Client.GetAsync($"/reports/{report}");
                response.EnsureSuccessStatusCode();
                if (round > 0) measured.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var (one, twenty, chain) = (Median(times["one"]), Median(times["twenty"]), Median(times["chain"]));
        output.WriteLine($"medians of {Rounds}: one source of 200 ms {one:0.0} ms, twenty of them {twenty:0.0} ms (x{twenty / one:0.00}), a chain of three beside ten others {chain:0.0} ms (x{chain / one:0.00})");
        Assert.True(twenty / one < 1.3, $"twenty sources took {twenty / one:0.00} times one");
        Assert.True(chain / one < 3.9, $"a chain of three took {chain / one:0.00} times one");
    }

    private static string Report(string name, int sources) =>
        $"report: {name}\nsources:\n" + string.Concat(Enumerable.Range(0, sources).Select(i => $"  s{i}: {{ get: \"up:/after/200/{i}\" }}\n"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
