using Aggregator.Resources;
using Aggregator.Tests.Reports;

namespace Aggregator.Tests.Resources;

/// <summary>Who shares a call of an upstream, for how long, and what ends it.</summary>
public sealed class ResourceFlightTests : IAsyncDisposable
{
    private readonly TaskCompletionSource _gate = new();
    private readonly Origin _origin;
    private readonly Asking _asking;

    public ResourceFlightTests()
    {
        _origin = new() { Gate = _gate.Task };
        _asking = new(_origin.Upstream(), "timeout: 1h, retry: 0");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _asking.DisposeAsync();

    [Fact]
    public async Task Everyone_who_asks_meanwhile_shares_one_call()
    {
        var waiting = Enumerable.Range(0, 1000).Select(_ => _asking.AskAsync(_asking.Request())).ToList();
        await UnderWay(1);
        _gate.SetResult();
        var answers = await Task.WhenAll(waiting).WaitAsync(Asking.Patience);

        Assert.All(answers, answer => Assert.Same(answers[0].Body, answer.Body));
        Assert.Single(_asking.Upstream.Calls);
    }

    [Fact]
    public async Task Who_asks_with_other_fields_or_another_credential_shares_nothing()
    {
        Task<ResourceAnswer>[] waiting =
        [
            _asking.AskAsync(_asking.Request()),
            _asking.AskAsync(_asking.Request(headers: ("Authorization", "a"))),
            _asking.AskAsync(_asking.Request(headers: ("Authorization", "b"))),
            _asking.AskAsync(_asking.Request(headers: ("Accept-Language", "cs"))),
            _asking.AskAsync(_asking.Request() with { Identity = "c" }),
            _asking.AskAsync(_asking.Relayed()),
        ];
        await UnderWay(waiting.Length);
        _gate.SetResult();

        Assert.Equal(waiting.Length, (await Task.WhenAll(waiting)).DistinctBy(answer => answer.Body).Count());
    }

    [Fact]
    public async Task A_head_joins_who_fetches_the_body()
    {
        var get = _asking.AskAsync(_asking.Relayed());
        await UnderWay(1);
        var head = _asking.AskAsync(_asking.Relayed(method: "HEAD"));
        _gate.SetResult();

        Assert.Equal((1, 0), ((await get).Body.Length, (await head).Body.Length));
        Assert.Single(_asking.Upstream.Calls);
    }

    [Fact]
    public async Task The_last_one_out_cancels_the_call_before_it_is_gone()
    {
        var requests = new[] { _asking.Request(), _asking.Request() };
        foreach (var request in requests) _ = _asking.AskAsync(request);
        await UnderWay(1);

        await _asking.LeaveAsync(requests[0].Waiter);
        Assert.Equal(1, _asking.Upstream.Open);
        await _asking.LeaveAsync(requests[1].Waiter);
        Assert.Equal((0, 1), (_asking.Upstream.Open, _asking.Upstream.GivenUp));
    }

    [Fact]
    public async Task Each_waits_as_long_as_it_likes_and_the_most_patient_one_decides()
    {
        var hasty = _asking.AskAsync(_asking.Request() with { Patience = TimeSpan.FromSeconds(1) });
        var patient = _asking.AskAsync(_asking.Request() with { Patience = TimeSpan.FromSeconds(5) });
        await UnderWay(1);
        await WaitedFor(2);
        _asking.Advance(1);
        Assert.Equal("Timeout", (await hasty.WaitAsync(Asking.Patience)).Kind);
        Assert.Equal(1, _asking.Upstream.Open);
        _asking.Advance(4);
        Assert.Equal("Timeout", (await patient.WaitAsync(Asking.Patience)).Kind);
        Assert.Equal((0, 1), (_asking.Upstream.Open, _asking.Upstream.GivenUp));
    }

    [Fact]
    public async Task A_call_that_breaks_off_can_be_repeated_and_rejoins()
    {
        var request = _asking.Request();
        using var broken = new CancellationTokenSource();
        var first = _asking.AskAsync(request, broken.Token);
        await UnderWay(1);
        await WaitedFor(1);
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await WaitedFor(1);

        _asking.Advance(Asking.Grace.TotalSeconds - 1);
        var second = _asking.AskAsync(request);
        await WaitedFor(1);
        _asking.Advance(Asking.Grace.TotalSeconds);
        _gate.SetResult();

        Assert.Equal(200, (await second.WaitAsync(Asking.Patience)).Status);
        Assert.Single(_asking.Upstream.Calls);
    }

    [Fact]
    public async Task A_call_that_nobody_comes_back_for_ends_after_its_grace()
    {
        using var broken = new CancellationTokenSource();
        var first = _asking.AskAsync(_asking.Request(), broken.Token);
        await UnderWay(1);
        await WaitedFor(1);
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await WaitedFor(1);

        _asking.Advance(Asking.Grace.TotalSeconds);
        await CompilationTests.Until(() => _asking.Upstream.Open == 0);
        Assert.Equal(1, _asking.Upstream.GivenUp);
    }

    [Fact]
    public async Task An_unsafe_call_is_shared_with_nobody_but_its_own_repetition()
    {
        var request = _asking.Request(method: "POST", safe: false, caching: ResourceCaching.Off);
        var first = _asking.AskAsync(request);
        var other = _asking.AskAsync(_asking.Request(method: "POST", safe: false, caching: ResourceCaching.Off));
        await UnderWay(2);
        var again = _asking.AskAsync(request);
        _gate.SetResult();
        await Task.WhenAll(first, other, again).WaitAsync(Asking.Patience);

        Assert.Equal(2, _asking.Upstream.Calls.Count);
    }

    [Fact]
    public async Task Two_identities_at_the_same_moment_never_see_each_others_body()
    {
        var upstream = new FakeUpstream((request, _) =>
        {
            var response = FakeUpstream.Json($"\"{request.Headers.GetValues("Authorization").Single()}\"");
            response.Headers.TryAddWithoutValidation("Cache-Control", "private, max-age=60");
            return Task.FromResult(response);
        });
        foreach (var settings in new[] { "cache: private", "cache: shared" })
        {
            await using var asking = new Asking(upstream, settings);
            for (var i = 0; i < 1000; i++)
            {
                var pair = await Task.WhenAll(Ask(asking, i, "one"), Ask(asking, i, "two"), Ask(asking, i, "one"), Ask(asking, i, "two"));
                Assert.Equal(["\"one\"", "\"two\"", "\"one\"", "\"two\""], pair);
            }
        }

        static Task<string> Ask(Asking asking, int i, string identity) => asking.TextAsync(asking.Request($"/{i}", headers: ("Authorization", identity)));
    }

    private Task UnderWay(int calls) => CompilationTests.Until(() => _asking.Upstream.Open == calls);

    /// <summary>Lets the turns that were queued before come to their end.</summary>
    private async Task WaitedFor(int turns)
    {
        for (var i = 0; i < turns + 2; i++) await _asking.LeaveAsync(Guid.Empty);
    }
}
