using Aggregator.Flights;

namespace Aggregator.Reports;

/// <summary>
/// A compile and those who wait for it. Each waits for as long as it likes and takes what is there then; the compile goes on for the others,
/// and ends when the last one has gone.
/// </summary>
/// <remarks>Not for use by several threads at once: it lives on its grain's turns.</remarks>
internal sealed class ReportFlight : IAsyncDisposable
{
    private readonly Compilation _compilation;
    private readonly TimeProvider _time;
    private readonly FlightWaiters _waiters;
    private bool _ended;

    /// <summary>A flight for a compile that was just started.</summary>
    /// <param name="compilation">The compile; the flight ends it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="grace">How long the compile goes on while no call is under way, so that a repeated one can rejoin it.</param>
    public ReportFlight(Compilation compilation, TimeProvider time, TimeSpan grace) =>
        (_compilation, _time, _waiters) = (compilation, time, new(compilation.Cancel, time, grace));

    /// <summary>Whether a caller may join: the compile is under way, or it holds the answer for which that caller asks again.</summary>
    public bool CanJoin(Guid waiter) => !_ended && (!_compilation.Completion.IsCompleted || _waiters.Contains(waiter));

    /// <summary>Waits for the answer, or for as long as the caller likes.</summary>
    /// <param name="waiter">The caller; when it calls again, it rejoins.</param>
    /// <param name="patience">How long it waits.</param>
    /// <param name="cancellationToken">Breaks this call off; the caller may call again, or leave.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ReportAnswer> WaitAsync(Guid waiter, TimeSpan patience, CancellationToken cancellationToken)
    {
        _waiters.Enter(waiter);
        try
        {
            var answer = await WaitAsync(patience, cancellationToken);
            await LeaveAsync(waiter);
            return answer;
        }
        catch (OperationCanceledException)
        {
            _waiters.BreakOff(waiter);
            throw;
        }
    }

    /// <summary>Takes a caller out for good; the last one out ends the compile, and waits until nothing of it runs.</summary>
    /// <param name="waiter">The caller.</param>
    public async Task LeaveAsync(Guid waiter)
    {
        if (_waiters.Leave(waiter)) await DisposeAsync();
    }

    /// <summary>Ends the compile, and waits until nothing of it runs.</summary>
    public async ValueTask DisposeAsync()
    {
        _ended = true;
        await _waiters.DisposeAsync();
        await _compilation.DisposeAsync();
    }

    private async Task<ReportAnswer> WaitAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await _compilation.Completion.WaitAsync(patience, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return await Task.Run(_compilation.Snapshot, cancellationToken); // shaping is no work for a grain's turn
        }
    }
}
