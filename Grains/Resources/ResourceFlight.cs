using System.Collections.Immutable;
using Aggregator.Catalog;
using Aggregator.Flights;

namespace Aggregator.Resources;

/// <summary>One call of an upstream and those who wait for it.</summary>
/// <remarks>Not for use by several threads at once: it lives on its shard's turns.</remarks>
internal sealed class ResourceFlight : IAsyncDisposable
{
    private readonly CancellationTokenSource _cancellation = new(); // has no timer, so there is nothing of it to release
    private readonly FlightWaiters _waiters;
    private readonly TimeProvider _time;
    private bool _ended;
    private bool _outdated;

    /// <summary>Starts a call.</summary>
    /// <param name="question">What it is for.</param>
    /// <param name="fetch">Carries it out, given the flight and its limit.</param>
    /// <param name="time">The clock.</param>
    /// <param name="grace">How long it goes on when every waiter's call has broken off without leaving.</param>
    public ResourceFlight(ResourceQuestion question, Func<ResourceFlight, CancellationToken, Task<Landing>> fetch, TimeProvider time, TimeSpan grace)
    {
        (Address, Began, Subjects, _time, _waiters) = (question.Request.Address, question.Purges.Began, question.Subjects, time, new(_cancellation.Cancel, time, grace));
        Landing = fetch(this, _cancellation.Token);
    }

    /// <summary>Where the call goes.</summary>
    public ResourceAddress Address { get; }

    /// <summary>The purges that had been when it began.</summary>
    public GenerationStamp Began { get; }

    /// <summary>All by which what comes can be purged.</summary>
    public ImmutableArray<PurgeSubject> Subjects { get; }

    /// <summary>What comes of it. Its only exceptions are bugs.</summary>
    public Task<Landing> Landing { get; }

    /// <summary>Whether further callers may join: not when it was given up, nor when it may have been overtaken by a change.</summary>
    public bool CanJoin => !_ended && !_outdated;

    /// <summary>Whether what comes may be stored: not when it is outdated, nor while no purge could ever reach it.</summary>
    public bool MayKeep => !_outdated && Began != GenerationStamp.Unknown;

    /// <summary>Whether what came was stored.</summary>
    public bool IsKept { get; set; }

    /// <summary>Whether a caller waits for it.</summary>
    public bool Has(Guid waiter) => _waiters.Contains(waiter);

    /// <summary>Notes that something has changed since it began. Those who wait still get what comes.</summary>
    public void Outdate() => _outdated = true;

    /// <summary>Waits for what comes, or for as long as the caller likes.</summary>
    /// <returns>What came; null when it did not come in time.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Landing?> WaitAsync(Guid waiter, TimeSpan patience, CancellationToken cancellationToken)
    {
        _waiters.Enter(waiter);
        try
        {
            var landing = await LandingAsync(patience, cancellationToken);
            await LeaveAsync(waiter);
            return landing;
        }
        catch (OperationCanceledException)
        {
            _waiters.BreakOff(waiter);
            throw;
        }
    }

    /// <summary>Takes a waiter out for good; the last one out cancels the call, and waits until it has ended.</summary>
    public async Task LeaveAsync(Guid waiter)
    {
        if (_waiters.Leave(waiter)) await DisposeAsync();
    }

    /// <summary>Cancels the call, and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _ended = true;
        await _waiters.DisposeAsync();
        await _cancellation.CancelAsync();
        await Landing;
    }

    private async Task<Landing?> LandingAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await Landing.WaitAsync(patience, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }
}
