namespace Aggregator.Flights;

/// <summary>
/// Who waits for one piece of work that several callers share. The work lasts as long as somebody waits; when every call has broken off
/// without leaving it lasts a while longer, so that a repeated call can rejoin it.
/// </summary>
/// <remarks>Not for use by several threads at once: it lives on its grain's turns.</remarks>
/// <param name="abandon">Ends the work, on any thread: nobody came back.</param>
/// <param name="time">The clock.</param>
/// <param name="grace">How long the work goes on while no call is under way.</param>
internal sealed class FlightWaiters(Action abandon, TimeProvider time, TimeSpan grace) : IAsyncDisposable
{
    /// <summary>Who has not been answered: true while its call is under way, false once the call broke off and may be repeated.</summary>
    private readonly Dictionary<Guid, bool> _waiters = [];
    private ITimer? _graceTimer;

    /// <summary>Whether a caller has neither been answered nor left.</summary>
    public bool Contains(Guid waiter) => _waiters.ContainsKey(waiter);

    /// <summary>Takes a caller in, or back.</summary>
    public void Enter(Guid waiter)
    {
        _waiters[waiter] = true;
        _graceTimer?.Dispose();
    }

    /// <summary>Notes that a caller's call broke off; it may call again, or leave.</summary>
    public void BreakOff(Guid waiter)
    {
        if (!_waiters.ContainsKey(waiter)) return;
        _waiters[waiter] = false;
        if (_waiters.ContainsValue(true)) return;
        _graceTimer = time.CreateTimer(static abandon => ((Action)abandon!)(), abandon, grace, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes a caller out for good.</summary>
    /// <returns>Whether it was the last one.</returns>
    public bool Leave(Guid waiter) => _waiters.Remove(waiter) && _waiters.Count == 0;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_graceTimer is { } timer) await timer.DisposeAsync();
    }
}
