using System.Text;
using Aggregator.Reports;
using Aggregator.Resources;
using Aggregator.Tests.Reports;

namespace Aggregator.Tests.Resources;

/// <summary>What a client gets through the relay: its own question answered, by its own directives, and told in its header.</summary>
public sealed class RelayedTests
{
    [Fact]
    public async Task The_answer_says_how_old_it_is_and_what_the_cache_did()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60\nX-Odd: \u00e9" };
        await using var asking = new Asking(origin.Upstream());

        var first = await asking.AskAsync(asking.Relayed());
        asking.Advance(10);
        var second = await asking.AskAsync(asking.Relayed());

        Assert.Equal("aggregator; fwd=uri-miss; fwd-status=200; ttl=60; stored", Field(first, "Cache-Status"));
        Assert.Equal(("aggregator; hit; ttl=50", "10", "\u00e9"), (Field(second, "Cache-Status"), Field(second, "Age"), Field(second, "X-Odd")));
    }

    [Fact]
    public async Task Conditions_and_ranges_of_the_client_are_answered_from_the_whole_response()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60", Tag = "\"v\"" };
        await using var asking = new Asking(origin.Upstream());

        var known = await asking.AskAsync(asking.Relayed(headers: ("If-None-Match", "\"v\"")));
        var part = await asking.AskAsync(asking.Relayed(headers: ("Range", "bytes=0-0")));

        Assert.Equal((304, 0), (known.Status, known.Body.Length));
        Assert.Equal((206, "bytes 0-0/1"), (part.Status, Field(part, "Content-Range")));
        Assert.Single(asking.Upstream.Calls);
    }

    [Fact]
    public async Task A_part_of_what_is_not_stored_is_all_that_is_asked_for()
    {
        var origin = new Origin { Status = 206, Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());
        var part = await asking.AskAsync(asking.Relayed(headers: ("Range", "bytes=0-0")));

        Assert.Equal(206, part.Status);
        Assert.Equal("bytes=0-0", Assert.Single(origin.Requests).Range?.ToString());
        Assert.Equal(0, asking.Budget.Used);
    }

    [Fact]
    public async Task A_head_is_answered_from_a_stored_get_and_else_asked_for_as_it_is()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());

        await asking.AskAsync(asking.Relayed(method: "HEAD"));
        await asking.AskAsync(asking.Relayed());
        var stored = await asking.AskAsync(asking.Relayed(method: "HEAD"));

        Assert.Equal(["HEAD /a", "GET /a"], asking.Upstream.Calls);
        Assert.Equal((CacheOutcome.Hit, 0), (stored.Cache, stored.Body.Length));
    }

    [Fact]
    public async Task The_clients_directives_count()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());

        Assert.Equal(504, (await asking.AskAsync(asking.Relayed(headers: ("Cache-Control", "only-if-cached")))).Status);
        Assert.Equal("1", await asking.TextAsync(asking.Relayed()));
        Assert.Equal("2", await asking.TextAsync(asking.Relayed(headers: ("Cache-Control", "no-cache"))));
        Assert.Equal("2", await asking.TextAsync(asking.Relayed(headers: ("Cache-Control", "only-if-cached"))));
    }

    [Fact]
    public async Task Only_what_the_client_sent_goes_on_but_what_is_configured_wins()
    {
        var origin = new Origin();
        await using var asking = new Asking(origin.Upstream(), "headers: { X-Team: ours }");
        await asking.AskAsync(asking.Relayed(headers:
        [
            ("X-Team", "theirs"), ("X-Kept", "1"), ("X-Kept", "2"), ("X-Hop", "3"), ("Connection", "X-Hop"), ("Keep-Alive", "4"), ("Host", "elsewhere"),
        ]));

        var sent = Assert.Single(origin.Requests).Select(field => $"{field.Key}: {string.Join('|', field.Value)}");
        Assert.Equal(["X-Kept: 1|2", "X-Team: ours"], sent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Bodies_pass_as_they_are_and_nothing_is_repeated()
    {
        var upstream = new FakeUpstream((_, _) =>
        {
            var response = FakeUpstream.Status(503, "not what it says");
            response.Content.Headers.ContentEncoding.Add("gzip");
            return Task.FromResult(response);
        });
        await using var asking = new Asking(upstream, "retry: 3");
        var answer = await asking.AskAsync(asking.Relayed());

        Assert.Equal((503, "gzip", "not what it says"), (answer.Status, Field(answer, "Content-Encoding"), Encoding.UTF8.GetString(answer.Body)));
        Assert.Single(upstream.Calls);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_not_passed_on()
    {
        var upstream = new FakeUpstream((_, _) => Task.FromResult(FakeUpstream.Status(200, new string('x', 2000))));
        await using var asking = new Asking(upstream, "maxResponse: 1KiB");

        Assert.Equal("TooLarge", (await asking.AskAsync(asking.Relayed())).Kind);
    }

    [Fact]
    public async Task What_sources_and_clients_get_is_stored_apart_and_a_change_drops_both()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var asking = new Asking(origin.Upstream());
        Assert.Equal(["1", "2"], [await asking.TextAsync(), await asking.TextAsync(asking.Relayed())]);
        await asking.AskAsync(asking.Relayed(method: "DELETE", safe: false));

        Assert.Equal(["4", "5"], [await asking.TextAsync(), await asking.TextAsync(asking.Relayed())]);
    }

    private static string? Field(ResourceAnswer answer, string name) =>
        answer.Headers.Where(line => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(line => line.Value).SingleOrDefault();
}
