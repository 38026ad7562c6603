using System.Collections.Concurrent;
using System.Diagnostics;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Promises;

/// <summary>By the clock: answers that are fresh for a second cost one upstream call a second and key, however many clients ask.</summary>
public sealed class FreshnessDrill(ITestOutputHelper output)
{
    private const int Keys = 100;
    private const int RequestsPerSecond = 500;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    [Fact(Explicit = true)]
    public async Task Upstream_calls_follow_freshness_and_not_the_clients()
    {
        long calls = 0;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var upstream = builder.Build();
        upstream.Run(context =>
        {
            Interlocked.Increment(ref calls);
            context.Response.Headers.CacheControl = "max-age=1";
            context.Response.Headers.Date = TimeProvider.System.GetUtcNow().ToString("R"); // Kestrel's own is up to a second behind, and counts as age
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("1");
        });
        await upstream.StartAsync();
        using var folder = new TemporaryFolder()
            .With("upstreams.yaml", $"upstreams:\n  up: {{ url: \"{upstream.Urls.Single()}\", retry: 0 }}\n")
            .With("one.yaml", "report: one\nparameters: { key: { type: integer } }\nsources:\n  a: { get: \"up:/{key}\" }\n");
        await using var node = await StartedNode.StartAsync(folder.Path);

        var (asked, failed) = await AskAsync(node.Client);

        var unavoidable = asked.GroupBy(request => request.Key).Sum(key => Windows(key.Select(request => request.At)));
        output.WriteLine($"{asked.Count} requests, {failed} failed, {calls} upstream calls, {unavoidable} unavoidable: x{calls / (double)unavoidable:0.000}");
        Assert.Equal(0, failed);
        Assert.True(calls <= 1.05 * unavoidable, $"{calls} calls where {unavoidable} were unavoidable");
    }

    private static async Task<(IReadOnlyCollection<(int Key, TimeSpan At)> Asked, int Failed)> AskAsync(HttpClient client)
    {
        var asked = new ConcurrentQueue<(int, TimeSpan)>();
        var failed = 0;
        var random = new Random(20261124);
        var started = Stopwatch.GetTimestamp();
        var under = new List<Task>();
        for (var i = 0; i < RequestsPerSecond * Length.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds(i / (double)RequestsPerSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.FromMilliseconds(1)) await Task.Delay(due);
            under.Add(OneAsync(random.Next(Keys)));
        }

        await Task.WhenAll(under);
        return (asked, failed);

        async Task OneAsync(int key)
        {
            asked.Enqueue((key, Stopwatch.GetElapsedTime(started)));
            using var response = await client.GetAsync($"/reports/one?key={key}");
            if (!response.IsSuccessStatusCode) Interlocked.Increment(ref failed);
        }
    }

    /// <summary>The fewest calls that keep every answer to these requests fresh: each covers those of one second, the first not yet covered at its beginning.</summary>
    private static int Windows(IEnumerable<TimeSpan> requests)
    {
        var (count, until) = (0, TimeSpan.MinValue);
        foreach (var at in requests.Order())
        {
            if (at < until) continue;
            (count, until) = (count + 1, at + Fresh);
        }

        return count;
    }
}
