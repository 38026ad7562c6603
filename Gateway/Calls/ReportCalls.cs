using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Calls;

/// <summary>
/// Every call from a gateway to a report grain: attempts with a timeout each, inside a retry, inside the caller's patience. A process that
/// dies under a call costs the caller one attempt.
/// </summary>
/// <param name="grains">Finds the grains.</param>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="randomness">The jitter of pauses.</param>
/// <param name="logger">Where lost leavings are noted.</param>
internal sealed partial class ReportCalls(
    IReportGrains grains, GrainCallOptions options, TimeProvider time, IRandomness randomness, ILogger<ReportCalls> logger)
{
    /// <summary>Asks a grain for its document.</summary>
    /// <param name="key">The grain's key.</param>
    /// <param name="request">What is asked. Attempts share its waiter, so that a repeated one rejoins the compile.</param>
    /// <param name="safe">Whether the report may run twice; if not, a repeated call only joins what the first one may have started.</param>
    /// <param name="disconnected">Fires when the client has gone: the grain is told, so that the last one out stops the compile.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<ReportCallOutcome> GetAsync(ReportKey key, ReportRequest request, bool safe, CancellationToken disconnected)
    {
        try
        {
            return await RetryAsync(key, request, safe, disconnected);
        }
        catch (OperationCanceledException) when (disconnected.IsCancellationRequested)
        {
            await LeaveAsync(key, request.Waiter);
            throw;
        }
    }

    private async Task<ReportCallOutcome> RetryAsync(ReportKey key, ReportRequest request, bool safe, CancellationToken disconnected)
    {
        using var guard = new CancellationTokenSource(request.Patience + options.Grace, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(disconnected, guard.Token);
        var started = time.GetTimestamp();
        var patience = request.Patience;
        var attempts = 0;
        ReportCallOutcome last = new ReportCallOutcome.TimedOut();
        try
        {
            while (true)
            {
                attempts++;
                try
                {
                    var answer = await AttemptAsync(key, request with { Patience = Remaining(patience, started) }, end.Token);
                    last = new ReportCallOutcome.Answered(answer);
                    if (answer.Failure?.Kind != ReportFailureKind.DefinitionUnavailable || attempts == MostPlaces)
                        return last;
                }
                catch (Exception fault) when (TransientFault.Is(fault))
                {
                    last = TransientFault.IsUnreachable(fault) ? new ReportCallOutcome.Unreachable() : new ReportCallOutcome.TimedOut();
                    if (!safe && !TransientFault.IsUnsent(fault))
                        request = request with { JoinOnly = true };
                }

                await Task.Delay(PauseAfter(attempts), time, end.Token);
            }
        }
        catch (OperationCanceledException) when (guard.IsCancellationRequested && !disconnected.IsCancellationRequested)
        {
            return last;
        }
    }

    /// <summary>One attempt. Its timeout is not a leaving: the grain keeps the compile, and the next attempt rejoins it.</summary>
    /// <exception cref="TimeoutException">The attempt took too long.</exception>
    private async Task<ReportAnswer> AttemptAsync(ReportKey key, ReportRequest request, CancellationToken end)
    {
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, time);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(end, timeout.Token);
        try
        {
            return await grains.Get(key).GetAsync(request, attempt.Token).WaitAsync(attempt.Token);
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            // Either the attempt's own timeout, or a silo that stops and cancels what it has under way.
            throw new TimeoutException("A grain did not answer within one attempt.");
        }
    }

    /// <summary>
    /// Tells a grain that a caller has gone. Once, and briefly: a leaving that is lost takes effect when the caller's patience ends.
    /// </summary>
    private async Task LeaveAsync(ReportKey key, Guid waiter)
    {
        try
        {
            await grains.Get(key).LeaveAsync(waiter).WaitAsync(options.LeaveLimit, time);
        }
        catch (Exception fault) when (TransientFault.Is(fault) || fault is OperationCanceledException)
        {
            LogLeavingLost(logger, fault);
        }
    }

    private TimeSpan Remaining(TimeSpan patience, long started)
    {
        var left = patience - time.GetElapsedTime(started);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Doubles from attempt to attempt; half is certain, half is chance, so that callers do not come back all at once.</summary>
    private TimeSpan PauseAfter(int attempts)
    {
        var doubled = options.Pause * Math.Pow(2, Math.Min(attempts - 1, MostDoublings));
        var longest = doubled < options.LongestPause ? doubled : options.LongestPause;
        return longest * (0.5 + (randomness.NextFraction() / 2));
    }

    /// <summary>How many times a definition that a silo lacks is asked for before the client is told to come back.</summary>
    private const int MostPlaces = 3;

    private const int MostDoublings = 20;

    [LoggerMessage(EventName = "LeavingLost", Level = LogLevel.Debug, Message = "A grain could not be told that a caller has left.")]
    private static partial void LogLeavingLost(ILogger logger, Exception fault);
}
