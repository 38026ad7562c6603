using Aggregator.Gateway.Calls;
using Aggregator.Identity;
using Aggregator.Reports;
using Aggregator.Resources;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Gateway.Tests.Calls;

public sealed class GrainCallsTests
{
    private readonly FakeGrains _grains = new();
    private readonly ArmedTime _time = new();
    private readonly GrainCalls _calls;

    public GrainCallsTests() => _calls = new(new(), _time, new CertainRandomness(), NullLogger<GrainCalls>.Instance);

    [Fact]
    public async Task AttemptTimeout_RejoinsWithTheSameWaiter_AndIsNoLeaving()
    {
        _grains.Answer = (_, cancelled) => _grains.Asked.Count == 1 ? Never(cancelled) : Found();

        var call = Ask(patience: 30);
        await _time.PassAsync(GrainCallOptions.DefaultAttemptTimeout);
        await _time.PassPausesAsync(call);

        Assert.IsType<GrainCallOutcome<ReportAnswer>.Answered>(await call);
        Assert.Equal(2, _grains.Asked.Count);
        Assert.Single(_grains.Asked.Select(asked => asked.Request.Waiter).Distinct());
        Assert.Single(_grains.Asked.Select(asked => asked.Key).Distinct());
        Assert.All(_grains.Asked, asked => Assert.False(asked.Request.JoinOnly));
        Assert.False(_grains.Left.IsCompleted);
    }

    [Fact]
    public async Task Retry_HasOnlyWhatIsLeftOfThePatience()
    {
        _grains.Answer = (_, cancelled) => _grains.Asked.Count == 1 ? Never(cancelled) : Found();

        var call = Ask(patience: 30);
        await _time.PassAsync(GrainCallOptions.DefaultAttemptTimeout);
        await _time.PassPausesAsync(call);

        Assert.Equal(TimeSpan.FromSeconds(30), _grains.Asked.First().Request.Patience);
        Assert.InRange(_grains.LastRequest.Patience, TimeSpan.FromSeconds(19), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task UnsafeReport_RepeatedCall_OnlyJoins()
    {
        _grains.Answer = (_, _) => _grains.Asked.Count < 3 ? throw new TimeoutException() : Found();

        await _time.PassPausesAsync(Ask(patience: 30, safe: false));

        Assert.Equal([false, true, true], _grains.Asked.Select(asked => asked.Request.JoinOnly));
    }

    [Fact]
    public async Task UnsafeReport_CallThatWasNeverSent_IsSentAsAFirstOne()
    {
        _grains.Answer = (_, _) => _grains.Asked.Count < 3 ? throw new ClusterNotConnectedException() : Found();

        await _time.PassPausesAsync(Ask(patience: 30, safe: false));

        Assert.Equal([false, false, false], _grains.Asked.Select(asked => asked.Request.JoinOnly));
    }

    [Fact]
    public async Task Change_IsWaitedForAsLongAsTheCallerDoes_AndNotAskedForTwice()
    {
        var shards = new FakeShards { Answer = async (_, cancelled) => await NeverAsync<ResourceAnswer>(cancelled) };

        var call = _calls.MakeAsync(new ResourceCall(shards, Change), CancellationToken.None);
        _time.Advance(GrainCallOptions.DefaultAttemptTimeout * 2);
        Assert.False(call.IsCompleted);
        _time.Advance(Change.Patience);

        Assert.IsType<GrainCallOutcome<ResourceAnswer>.TimedOut>(await call);
        Assert.Single(shards.Asked);
    }

    [Fact]
    public async Task Change_WhoseSiloIsGone_IsLost()
    {
        var shards = new FakeShards { Answer = (_, _) => throw new SiloUnavailableException() };

        Assert.IsType<GrainCallOutcome<ResourceAnswer>.Lost>(await _calls.MakeAsync(new ResourceCall(shards, Change), CancellationToken.None));
    }

    [Fact]
    public async Task DefinitionUnavailable_IsAskedForElsewhere_AFewTimes()
    {
        _grains.Fails(Examples.Failure(ReportFailureKind.DefinitionUnavailable));

        var call = Ask(patience: 30);
        await _time.PassPausesAsync(call);

        Assert.Equal(ReportFailureKind.DefinitionUnavailable, Assert.IsType<GrainCallOutcome<ReportAnswer>.Answered>(await call).Answer.Failure?.Kind);
        Assert.Equal(3, _grains.Asked.Count);
    }

    [Fact]
    public async Task PatienceOver_NoSilo_IsUnreachable()
    {
        _grains.Answer = (_, _) => throw new SiloUnavailableException();

        var call = Ask(patience: 5);
        await _time.PassPausesAsync(call);

        Assert.IsType<GrainCallOutcome<ReportAnswer>.Unreachable>(await call);
    }

    [Fact]
    public async Task PatienceOver_NoAnswer_IsTimedOut_AfterTheGrace()
    {
        _grains.Answer = (_, cancelled) => Never(cancelled);

        var call = Ask(patience: 5);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(call.IsCompleted);
        _time.Advance(GrainCallOptions.DefaultGrace);

        Assert.IsType<GrainCallOutcome<ReportAnswer>.TimedOut>(await call);
    }

    [Fact]
    public async Task Disconnect_TellsTheGrainThatTheWaiterLeft()
    {
        using var client = new CancellationTokenSource();
        _grains.Answer = (_, cancelled) => Never(cancelled);
        var call = Ask(patience: 5, disconnected: client.Token);

        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(_grains.LastRequest.Waiter, await _grains.Left);
    }

    [Fact]
    public async Task Disconnect_GrainThatDoesNotListen_IsWaitedForOnlyBriefly()
    {
        using var client = new CancellationTokenSource();
        _grains.Answer = (_, cancelled) => Never(cancelled);
        _grains.Leaving = () => Never(CancellationToken.None);
        var call = Ask(patience: 5, disconnected: client.Token);

        await client.CancelAsync();
        await _grains.Left;
        Assert.False(call.IsCompleted);
        await _time.PassAsync(GrainCallOptions.DefaultLeaveLimit);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task StoppingSilo_CancelsItsCalls_AndIsAskedAgain()
    {
        _grains.Answer = (_, _) => _grains.Asked.Count == 1 ? throw new OperationCanceledException() : Found();

        var call = Ask(patience: 5);
        await _time.PassPausesAsync(call);

        Assert.IsType<GrainCallOutcome<ReportAnswer>.Answered>(await call);
    }

    [Fact]
    public async Task Bug_IsNotRetried()
    {
        _grains.Answer = (_, _) => throw new InvalidOperationException();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Ask(patience: 5));
        Assert.Single(_grains.Asked);
    }

    [Fact]
    public async Task Pauses_Double_UpToTheLongest()
    {
        _grains.Answer = (_, _) => throw new TimeoutException();

        var pauses = await _time.PassPausesAsync(Ask(patience: 5));

        Assert.Equal([75, 150, 300, 600, 750, 750], pauses.Take(6).Select(pause => pause.TotalMilliseconds));
    }

    private Task<GrainCallOutcome<ReportAnswer>> Ask(int patience, bool safe = true, CancellationToken disconnected = default)
    {
        var request = new ReportRequest
        {
            Report = "r",
            DefinitionHash = "h",
            Parameters = CanonicalParameters.None,
            Waiter = Guid.NewGuid(),
            Patience = TimeSpan.FromSeconds(patience),
        };
        return _calls.MakeAsync(new ReportCall(_grains, ReportKey.Parse("k"), request, safe), disconnected);
    }

    private static ResourceRequest Change { get; } = new()
    {
        Address = new("crm", "/a"),
        UpstreamHash = "h",
        Use = ResourceUse.Relay,
        Method = "POST",
        Safe = false,
        Caching = ResourceCaching.Http,
        Waiter = Guid.NewGuid(),
        Patience = TimeSpan.FromSeconds(30),
    };

    private static Task<ReportAnswer> Found() => Task.FromResult(ReportAnswer.Of(Examples.Document()));

    private static Task<ReportAnswer> Never(CancellationToken cancelled) => NeverAsync<ReportAnswer>(cancelled);

    private static async Task<TAnswer> NeverAsync<TAnswer>(CancellationToken cancelled)
    {
        await Task.Delay(Timeout.Infinite, cancelled);
        throw new InvalidOperationException();
    }

    private sealed class CertainRandomness : IRandomness
    {
        public Guid NextId() => Guid.NewGuid();

        public double NextFraction() => 0.5;
    }
}
