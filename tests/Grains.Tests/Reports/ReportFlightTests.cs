using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Tests.Reports;

/// <summary>Who shares a compile, for how long, and what ends it.</summary>
public sealed class ReportFlightTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource _answer = new();
    private readonly Compiling _compiling;

    public ReportFlightTests() => _compiling = new(new(async (_, cancellation) =>
    {
        await _answer.Task.WaitAsync(cancellation);
        return FakeUpstream.Json("1");
    }));

    /// <inheritdoc/>
    public void Dispose() => _compiling.Dispose();

    [Fact]
    public async Task Everyone_who_asks_meanwhile_shares_one_compile()
    {
        await using var flight = Start();
        var waiting = Enumerable.Range(0, 50).Select(_ => flight.WaitAsync(Guid.NewGuid(), Patience, CancellationToken.None)).ToList();
        _answer.SetResult();
        var answers = await Task.WhenAll(waiting).WaitAsync(Patience);

        Assert.All(answers, answer => Assert.Same(answers[0], answer));
        Assert.Single(_compiling.Upstream.Calls);
    }

    [Fact]
    public async Task Who_leaves_detaches_only_itself()
    {
        await using var flight = Start();
        var (leaving, staying) = (Guid.NewGuid(), Guid.NewGuid());
        _ = flight.WaitAsync(leaving, Patience, CancellationToken.None);
        var answer = flight.WaitAsync(staying, Patience, CancellationToken.None);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);

        await flight.LeaveAsync(leaving);
        Assert.Equal(1, _compiling.Upstream.Open);
        _answer.SetResult();
        Assert.NotNull((await answer.WaitAsync(Patience)).Document);
    }

    [Fact]
    public async Task The_last_one_out_cancels_the_upstream_calls_before_it_is_gone()
    {
        await using var flight = Start();
        Guid[] waiters = [Guid.NewGuid(), Guid.NewGuid()];
        foreach (var waiter in waiters) _ = flight.WaitAsync(waiter, Patience, CancellationToken.None);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);

        foreach (var waiter in waiters) await flight.LeaveAsync(waiter);

        Assert.Equal((0, 1), (_compiling.Upstream.Open, _compiling.Upstream.GivenUp));
        Assert.False(flight.CanJoin(Guid.NewGuid()));
    }

    [Fact]
    public async Task Less_patience_gives_an_earlier_answer_to_that_caller_alone()
    {
        await using var flight = Start();
        var hasty = flight.WaitAsync(Guid.NewGuid(), TimeSpan.FromSeconds(1), CancellationToken.None);
        var patient = flight.WaitAsync(Guid.NewGuid(), Patience, CancellationToken.None);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        _compiling.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("deadline", (await hasty.WaitAsync(Patience)).Document?.Sources[0].Error);
        _answer.SetResult();
        Assert.True((await patient.WaitAsync(Patience)).Document?.Complete);
    }

    [Fact]
    public async Task A_call_that_breaks_off_can_be_repeated_and_rejoins()
    {
        await using var flight = Start();
        var waiter = Guid.NewGuid();
        using var broken = new CancellationTokenSource();
        var first = flight.WaitAsync(waiter, Patience, broken.Token);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        _compiling.Time.Advance(Grace - TimeSpan.FromSeconds(1));
        Assert.True(flight.CanJoin(waiter));
        var second = flight.WaitAsync(waiter, Patience, CancellationToken.None);
        _compiling.Time.Advance(Grace);
        _answer.SetResult();

        Assert.True((await second.WaitAsync(Patience)).Document?.Complete);
        Assert.Single(_compiling.Upstream.Calls);
    }

    [Fact]
    public async Task An_answer_that_came_between_two_calls_is_kept_for_the_second()
    {
        await using var flight = Start();
        var waiter = Guid.NewGuid();
        using var broken = new CancellationTokenSource();
        var first = flight.WaitAsync(waiter, Patience, broken.Token);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _answer.SetResult();
        await CompilationTests.Until(() => !flight.CanJoin(Guid.NewGuid()));

        Assert.True(flight.CanJoin(waiter));
        Assert.True((await flight.WaitAsync(waiter, Patience, CancellationToken.None)).Document?.Complete);
    }

    [Fact]
    public async Task A_compile_that_nobody_comes_back_for_ends_after_its_grace()
    {
        await using var flight = Start();
        using var broken = new CancellationTokenSource();
        var first = flight.WaitAsync(Guid.NewGuid(), Patience, broken.Token);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        await broken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        _compiling.Time.Advance(Grace);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 0);
        Assert.Equal(1, _compiling.Upstream.GivenUp);
    }

    private ReportFlight Start() => _compiling.Compiler.Start(
        Plans.Of("report: r\nsources:\n  a: { get: \"up:/a\", optional: true }\n", "timeout: 10m, retry: 0"), new(CanonicalParameters.None), Grace);
}
