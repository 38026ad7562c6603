using System.Globalization;
using System.Text;
using Aggregator.Catalog;
using Aggregator.Reports;
using Aggregator.Resources;
using Aggregator.Tests.Reports;

namespace Aggregator.Tests.Resources;

/// <summary>What a shard answers from its store, what it asks the upstream for, and what it keeps.</summary>
public sealed class ResourceShardTests
{
    private static readonly ResourceCaching Minute = new() { Mode = ResourceCachingMode.Fixed, Lifetime = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task What_is_fresh_is_answered_without_the_upstream()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());

        var first = await asking.AskAsync(asking.Request());
        asking.Advance(59);
        var second = await asking.AskAsync(asking.Request());
        asking.Advance(1);
        var third = await asking.AskAsync(asking.Request());

        Assert.Equal((CacheOutcome.Miss, 1, TimeSpan.FromSeconds(60)), (first.Cache, first.Attempts, first.FreshFor));
        Assert.Equal((CacheOutcome.Hit, 0, TimeSpan.FromSeconds(1)), (second.Cache, second.Attempts, second.FreshFor));
        Assert.Equal((CacheOutcome.Miss, 1, TimeSpan.FromSeconds(60)), (third.Cache, third.Attempts, third.FreshFor));
        Assert.Same(first.Body, second.Body);
        Assert.Equal(2, asking.Upstream.Calls.Count);
    }

    [Fact]
    public async Task What_is_stale_is_confirmed_by_its_entity_tag()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60", Tag = "\"v1\"" };
        await using var asking = new Asking(origin.Upstream());

        await asking.AskAsync(asking.Request());
        asking.Advance(60);
        var confirmed = await asking.AskAsync(asking.Request());
        asking.Advance(59);
        var fresh = await asking.AskAsync(asking.Request());

        Assert.Equal((CacheOutcome.Revalidated, 200, "1"), (confirmed.Cache, confirmed.Status, Encoding.UTF8.GetString(confirmed.Body)));
        Assert.Equal(TimeSpan.FromSeconds(60), confirmed.FreshFor);
        Assert.Equal(CacheOutcome.Hit, fresh.Cache);
        Assert.Equal(2, asking.Upstream.Calls.Count);
    }

    [Theory]
    [InlineData("no-store")]
    [InlineData("private, max-age=60")]
    [InlineData("max-age=0")]
    public async Task What_may_not_be_kept_is_asked_for_again(string cacheControl)
    {
        var origin = new Origin { Fields = "Cache-Control: " + cacheControl };
        await using var asking = new Asking(origin.Upstream());

        var first = await asking.AskAsync(asking.Request());
        await asking.AskAsync(asking.Request());

        Assert.Null(first.FreshFor);
        Assert.Equal(2, asking.Upstream.Calls.Count);
    }

    [Fact]
    public async Task A_fixed_lifetime_stands_above_the_fields_and_is_invisible_to_who_goes_by_them()
    {
        var origin = new Origin { Fields = "Cache-Control: no-store" };
        await using var asking = new Asking(origin.Upstream());

        Assert.Equal("1", await asking.TextAsync(asking.Request(caching: Minute)));
        Assert.Equal("1", await asking.TextAsync(asking.Request(caching: Minute)));
        Assert.Equal("2", await asking.TextAsync(asking.Request(caching: ResourceCaching.Http)));
    }

    [Fact]
    public async Task Off_neither_reads_nor_writes()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());

        Assert.Equal("1", await asking.TextAsync(asking.Request(caching: ResourceCaching.Off)));
        Assert.Equal("2", await asking.TextAsync());
        var off = await asking.AskAsync(asking.Request(caching: ResourceCaching.Off));
        Assert.Equal((CacheOutcome.Off, null), (off.Cache, off.FreshFor));
        Assert.Equal("2", await asking.TextAsync());
    }

    [Fact]
    public async Task Off_joins_a_flight_under_way_and_leaves_the_storing_to_others()
    {
        var gate = new TaskCompletionSource();
        var origin = new Origin { Fields = "Cache-Control: max-age=60", Gate = gate.Task };
        await using var asking = new Asking(origin.Upstream());

        var off = asking.AskAsync(asking.Request(caching: ResourceCaching.Off));
        await CompilationTests.Until(() => asking.Upstream.Open == 1);
        var http = asking.AskAsync(asking.Request());
        gate.SetResult();

        Assert.Equal((CacheOutcome.Off, CacheOutcome.Miss), ((await off).Cache, (await http).Cache));
        Assert.Single(asking.Upstream.Calls);
        Assert.Equal(CacheOutcome.Hit, (await asking.AskAsync(asking.Request())).Cache);
    }

    [Fact]
    public async Task Stale_is_served_at_once_while_one_refresh_runs_behind()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60, stale-while-revalidate=60" };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request());
        asking.Advance(61);
        var gate = new TaskCompletionSource();
        origin.Gate = gate.Task;

        for (var i = 0; i < 20; i++)
        {
            var stale = await asking.AskAsync(asking.Request(headers: ("X-Caller", i.ToString(CultureInfo.InvariantCulture)))).WaitAsync(Asking.Patience);
            Assert.Equal((CacheOutcome.Stale, TimeSpan.FromSeconds(-1)), (stale.Cache, stale.FreshFor));
        }

        await CompilationTests.Until(() => asking.Upstream.Open == 1);
        Assert.Equal(2, asking.Upstream.Calls.Count);
        gate.SetResult();
        await CompilationTests.Until(() => asking.Upstream.Open == 0);
        Assert.Equal("2", await Eventually(asking, CacheOutcome.Hit));
        Assert.Equal(2, asking.Upstream.Calls.Count);
    }

    [Fact]
    public async Task Past_its_window_stale_is_not_served()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60, stale-while-revalidate=60" };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request());
        asking.Advance(120);

        Assert.Equal("2", await asking.TextAsync());
    }

    [Theory]
    [InlineData("max-age=60, stale-if-error=60", 100, CacheOutcome.Stale)]
    [InlineData("max-age=60, stale-if-error=60", 120, CacheOutcome.Miss)]
    [InlineData("max-age=60, stale-if-error=60, must-revalidate", 100, CacheOutcome.Miss)]
    [InlineData("max-age=60", 100, CacheOutcome.Miss)]
    public async Task Stale_stands_in_for_a_failure_where_the_rules_allow_it_also_to_all_who_wait(string cacheControl, int age, CacheOutcome outcome)
    {
        var origin = new Origin { Fields = "Cache-Control: " + cacheControl };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request());
        asking.Advance(age);
        var gate = new TaskCompletionSource();
        (origin.Status, origin.Gate) = (503, gate.Task);

        var waiting = Enumerable.Range(0, 10).Select(_ => asking.AskAsync(asking.Request())).ToList();
        await CompilationTests.Until(() => asking.Upstream.Open == 1);
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal((outcome, outcome == CacheOutcome.Stale ? 200 : 503), (answer.Cache, answer.Status)));
        Assert.Equal(2, asking.Upstream.Calls.Count);
    }

    [Fact]
    public async Task What_varies_is_kept_apart()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60\nVary: Accept-Language" };
        await using var asking = new Asking(origin.Upstream());

        Assert.Equal("1", await asking.TextAsync(asking.Request(headers: ("accept-language", "cs"))));
        Assert.Equal("2", await asking.TextAsync(asking.Request(headers: ("accept-language", "en"))));
        Assert.Equal("1", await asking.TextAsync(asking.Request(headers: ("accept-language", "cs"))));
        Assert.Equal("2", await asking.TextAsync(asking.Request(headers: [("accept-language", "en"), ("X-Other", "1")])));
    }

    [Fact]
    public async Task A_safe_post_is_kept_by_its_body()
    {
        var origin = new Origin();
        await using var asking = new Asking(origin.Upstream());
        ResourceRequest Post(string body) => asking.Request(caching: Minute, method: "POST") with { Body = Encoding.UTF8.GetBytes(body) };

        Assert.Equal("1", await asking.TextAsync(Post("a")));
        Assert.Equal("2", await asking.TextAsync(Post("b")));
        Assert.Equal("1", await asking.TextAsync(Post("a")));
    }

    [Fact]
    public async Task An_unsafe_call_drops_what_is_stored_of_what_it_changed()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request());
        await asking.AskAsync(asking.Request("/b"));
        await asking.AskAsync(asking.Request("/c"));

        origin.Fields = "Location: /b\nContent-Location: http://elsewhere.test/c";
        await asking.AskAsync(asking.Request(method: "POST", safe: false, caching: ResourceCaching.Off));
        origin.Fields = "";

        Assert.Equal(["/b"], asking.Invalidated); // beside its own, and nothing of another origin
        Assert.Equal("3", await asking.TextAsync(asking.Request("/c")));
        Assert.Equal("5", await asking.TextAsync());
        Assert.Equal("6", await asking.TextAsync(asking.Request("/b")));
    }

    [Fact]
    public async Task An_unsafe_call_that_fails_drops_nothing()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request());
        origin.Status = 500;
        await asking.AskAsync(asking.Request(method: "POST", safe: false, caching: ResourceCaching.Off));

        Assert.Equal("1", await asking.TextAsync());
    }

    [Fact]
    public async Task What_was_under_way_when_something_changed_is_not_stored()
    {
        var gate = new TaskCompletionSource();
        var origin = new Origin { Fields = "Cache-Control: max-age=60", Gate = gate.Task };
        await using var asking = new Asking(origin.Upstream());
        var old = asking.AskAsync(asking.Request());
        await CompilationTests.Until(() => asking.Upstream.Open == 1);
        await asking.InvalidateAsync("/a");
        var current = asking.AskAsync(asking.Request());
        await CompilationTests.Until(() => asking.Upstream.Open == 2);
        gate.SetResult();
        await Task.WhenAll(old, current);

        Assert.Equal(await asking.TextAsync(), Encoding.UTF8.GetString((await current).Body));
    }

    [Theory]
    [InlineData(PurgeKind.Upstream, "up", "2")]
    [InlineData(PurgeKind.Tag, "t", "2")]
    [InlineData(PurgeKind.Tag, "other", "1")]
    [InlineData(PurgeKind.Report, "up", "1")]
    public async Task A_purge_makes_what_it_concerns_a_miss(PurgeKind kind, string name, string expected)
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request() with { Tags = ["t"] });
        asking.Purge(kind, name);

        Assert.Equal(expected, await asking.TextAsync(asking.Request() with { Tags = ["t"] }));
    }

    [Fact]
    public async Task A_purge_that_the_caller_has_heard_of_first_counts_too()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());
        await asking.AskAsync(asking.Request());
        var ahead = new GenerationStamp(new("6f6f5f0c-9d0e-4a55-9d5a-0d6e8f1b2c3d"), 1);

        Assert.Equal("2", await asking.TextAsync(asking.Request() with { Known = ahead }));
        Assert.Equal("2", await asking.TextAsync(asking.Request() with { Known = ahead }));
    }

    [Fact]
    public async Task What_is_used_stays_when_memory_is_short()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=600" };
        await using var asking = new Asking(origin.Upstream(), capacity: 40_000);
        Assert.Equal("1", await asking.TextAsync(asking.Request("/hot")));
        for (var i = 0; i < 200; i++)
        {
            await asking.AskAsync(asking.Request($"/cold/{i}"));
            Assert.Equal("1", await asking.TextAsync(asking.Request("/hot")));
        }

        Assert.True(asking.Budget.Used <= asking.Budget.Capacity);
        Assert.True(asking.Budget.Evictions > 100);
    }

    private static async Task<string> Eventually(Asking asking, CacheOutcome outcome)
    {
        using var limit = new CancellationTokenSource(Asking.Patience);
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            var answer = await asking.AskAsync(asking.Request());
            if (answer.Cache == outcome) return Encoding.UTF8.GetString(answer.Body);
            await Task.Yield();
        }
    }
}
