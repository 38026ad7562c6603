using System.Text;
using Aggregator.Identity;
using Aggregator.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace Aggregator.Tests.Resources;

/// <summary>What the shards promise across silos: one call for a resource in the whole cluster, and nobody's answer for somebody else.</summary>
public sealed class ResourceClusterTests
{
    private const string Report = "report: r\nsources:\n  a: { get: \"up:/a\" }\n  b: { get: \"up:/b\" }\n  c: { get: \"up:/c{?x}\", with: { x: a } }\n";
    private const int Stampede = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public async Task A_stampede_of_a_thousand_cold_requests_makes_three_calls(short silos, bool apart)
    {
        var gate = new TaskCompletionSource();
        await using var cluster = await ResourceCluster.StartAsync(silos, Report, async (_, cancellation) =>
        {
            await gate.Task.WaitAsync(cancellation);
            return "1";
        });

        var asking = Enumerable.Range(0, Stampede)
            .Select(i => cluster.Silos[i % silos])
            .Select(silo => apart ? cluster.CompileAsync(silo) : cluster.AskAsync(silo))
            .ToList();
        await Until(() => cluster.Calls.Count == 2);
        gate.SetResult();
        var answers = await Task.WhenAll(asking).WaitAsync(Patience);

        Assert.All(answers, answer => Assert.Equal("""{"a":1,"b":1,"c":1}""", Encoding.UTF8.GetString(answer.Document?.Body ?? [])));
        Assert.Equal(["GET /a", "GET /b", "GET /c?x=1"], cluster.Calls.Order());
    }

    [Fact]
    public async Task Two_identities_at_the_same_moment_never_see_each_others_document()
    {
        const string Forwarding = "report: r\nforward: [Authorization]\nsources:\n  a: { get: \"up:/a\" }\nresult: a\n";
        await using var cluster = await ResourceCluster.StartAsync(
            3, Forwarding, (request, _) => Task.FromResult($"\"{request.Headers.GetValues("Authorization").Single()}\""), "accept: [Authorization], cache: private");

        for (var i = 0; i < 100; i++)
        {
            var pairs = await Task.WhenAll(Enumerable.Range(0, 20).Select(async j =>
            {
                var identity = $"client {i}.{j / 2}.{j % 2}";
                var answer = await cluster.CompileAsync(cluster.Silos[j % 3], new(CanonicalParameters.None) { Forwarded = [new("authorization", identity)] });
                return (Expected: $"\"{identity}\"", Actual: Encoding.UTF8.GetString(answer.Document?.Body ?? []));
            }));
            Assert.All(pairs, pair => Assert.Equal(pair.Expected, pair.Actual));
        }
    }

    [Fact]
    public async Task The_last_one_out_cancels_the_call_in_whichever_silo_it_is()
    {
        var given = 0;
        await using var cluster = await ResourceCluster.StartAsync(3, "report: r\nsources:\n  a: { get: \"up:/a\" }\n", async (_, cancellation) =>
        {
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref given);
                throw;
            }

            return "1";
        });
        using var leaving = new CancellationTokenSource();
        var asking = cluster.Silos.Select(silo => cluster.CompileAsync(silo, cancellationToken: leaving.Token)).ToList();
        await Until(() => !cluster.Calls.IsEmpty);
        await leaving.CancelAsync();
        foreach (var one in asking) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);

        await Until(() => Volatile.Read(ref given) == cluster.Calls.Count);
        Assert.InRange(cluster.Calls.Count, 1, 2); // one that came when the others had gone starts a call of its own
    }

    [Fact]
    public async Task Shards_that_belong_to_a_new_silo_go_there()
    {
        await using var cluster = await ResourceCluster.StartAsync(1, Report, (_, _) => Task.FromResult("1"));
        await TouchAll(cluster);
        var first = cluster.Cluster.Silos[0].SiloAddress;
        Assert.Equal(ResourceAddress.ShardCount, await ShardsIn(cluster, first));

        var second = (await cluster.Cluster.StartAdditionalSiloAsync()).SiloAddress;
        using var limit = new CancellationTokenSource(Patience);
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            await TouchAll(cluster);
        }
        while (await ShardsIn(cluster, second) < ResourceAddress.ShardCount / 3 && await rounds.WaitForNextTickAsync(limit.Token));

        Assert.Equal(ResourceAddress.ShardCount, await ShardsIn(cluster, first) + await ShardsIn(cluster, second));
    }

    private static Task TouchAll(ResourceCluster cluster)
    {
        var grains = cluster.Silos[0].GetRequiredService<IGrainFactory>();
        return Task.WhenAll(Enumerable.Range(0, ResourceAddress.ShardCount).Select(shard => grains.GetGrain<IResourceShardGrain>(shard).InvalidateAsync(new("up", "/none"))));
    }

    private static async Task<int> ShardsIn(ResourceCluster cluster, SiloAddress silo)
    {
        var statistics = await cluster.Silos[0].GetRequiredService<IGrainFactory>().GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics(hostsIds: [silo]);
        return statistics.Count(grain => grain.GrainType.Contains("ResourceShardGrain", StringComparison.Ordinal));
    }

    private static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var rounds = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition()) await rounds.WaitForNextTickAsync(limit.Token);
    }
}
