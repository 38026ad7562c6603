using System.Text;
using Aggregator.Definitions;
using Aggregator.Identity;
using Aggregator.Planning;
using Aggregator.Reports;
using Aggregator.Silo.Definitions;
using Aggregator.Upstreams;

namespace Aggregator.Tests.Promises;

/// <summary>
/// Trio's promise: when the answer is out, nothing that the report started still runs. Held over random reports that end in each of the ways
/// in which a report can end, against a real socket that counts.
/// </summary>
public sealed class StructuredConcurrencyTests
{
    private const int Cases = 1000;
    private static readonly string[] Endings = ["complete", "UpstreamFailed", "TooSlow", "left"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task However_a_report_ends_its_upstream_calls_have_ended_within_a_second()
    {
        await using var upstream = await CountingUpstream.StartAsync();
        using var pipes = new UpstreamPipes(TimeProvider.System, () => 0.5);
        var compiler = new ReportCompiler(pipes, TimeProvider.System);
        var random = new Random(20261124);
        var endings = new Dictionary<string, int>();
        for (var i = 0; i < Cases; i++)
        {
            var plan = Plan(RandomReport(random), upstream.Url);
            upstream.Reset();
            var ending = await EndAsync(compiler, plan, upstream, random);
            endings[ending] = endings.GetValueOrDefault(ending) + 1;
            await upstream.IdleAsync().WaitAsync(Limit);
        }

        Assert.All(Endings, ending => Assert.True(endings.GetValueOrDefault(ending) > Cases / 50, $"{ending}: {endings.GetValueOrDefault(ending)}"));
    }

    /// <summary>Runs a report until it ends by itself, by its deadline, or by its caller's leaving after some calls have arrived.</summary>
    private static async Task<string> EndAsync(ReportCompiler compiler, ReportPlan plan, CountingUpstream upstream, Random random)
    {
        using var leaving = new CancellationTokenSource();
        var patience = TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(1, 20) : 60_000);
        var running = compiler.CompileAsync(plan, new(CanonicalParameters.None), patience, leaving.Token);
        if (patience > Limit)
        {
            await Task.WhenAny(running, upstream.ArrivedAsync(random.Next(1, 1 + plan.Sources.Count(source => source.Stage == 0))));
            if (random.Next(3) == 0 || HangsForever(plan)) await leaving.CancelAsync();
        }

        try
        {
            var answer = await running;
            return answer.Failure?.Kind.ToString() ?? (answer.Document?.Complete == true ? "complete" : "partial");
        }
        catch (OperationCanceledException)
        {
            return "left";
        }
    }

    private static bool HangsForever(ReportPlan plan) =>
        plan.Sources.Any(source => source.Definition.Work is SourceWork.HttpCall call && call.Template.Text.StartsWith("/hang", StringComparison.Ordinal));

    /// <summary>Up to eight sources, each of which may need earlier ones.</summary>
    private static string RandomReport(Random random)
    {
        var text = new StringBuilder("report: r\nsources:\n");
        var count = random.Next(1, 9);
        for (var i = 0; i < count; i++)
        {
            var manner = random.Next(8) switch { 0 => "fail", 1 or 2 => "hang", 3 => "after/2", _ => "ok" };
            var needs = i > 0 && random.Next(2) == 0 ? $", with: {{ of: s{random.Next(i)} }}" : "";
            var optional = random.Next(3) == 0 ? ", optional: true" : "";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  s{i}: {{ get: \"up:/{manner}/{i}{(needs.Length > 0 ? "{?of}" : "")}\"{needs}{optional} }}\n");
        }

        return text.ToString();
    }

    private static ReportPlan Plan(string report, string url)
    {
        var loaded = DefinitionLoader.Load(
            [
                new("upstreams.yaml", Encoding.UTF8.GetBytes($"upstreams:\n  up: {{ url: \"{url}\", retry: {{ attempts: 1, backoff: 1ms }} }}\n")),
                new("report.yaml", Encoding.UTF8.GetBytes(report)),
            ],
            new HostSecrets("", new Dictionary<string, string>()));
        Assert.True(loaded.Definitions is not null, string.Join('\n', loaded.Problems));
        return Planner.Plan(loaded.Definitions).Plans?.Reports["r"] ?? throw new InvalidOperationException("The report cannot be planned.");
    }
}
