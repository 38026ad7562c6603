namespace Aggregator.Gateway.Calls;

/// <summary>
/// Every call from a gateway to a grain on behalf of a client: attempts with a timeout each, inside a retry, inside the caller's patience. A
/// process that dies under a call costs the caller one attempt.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">The clock.</param>
/// <param name="randomness">The jitter of pauses.</param>
/// <param name="logger">Where lost leavings are noted.</param>
internal sealed partial class GrainCalls(GrainCallOptions options, TimeProvider time, IRandomness randomness, ILogger<GrainCalls> logger)
{
    /// <summary>Carries a call out.</summary>
    /// <param name="call">The call.</param>
    /// <param name="disconnected">Fires when the client has gone: the grain is told, so that the last one out stops the work.</param>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    public async Task<GrainCallOutcome<TAnswer>> MakeAsync<TAnswer>(GrainCall<TAnswer> call, CancellationToken disconnected)
    {
        try
        {
            return await RetryAsync(call, disconnected);
        }
        catch (OperationCanceledException) when (disconnected.IsCancellationRequested)
        {
            await LeaveAsync(call);
            throw;
        }
    }

    private async Task<GrainCallOutcome<TAnswer>> RetryAsync<TAnswer>(GrainCall<TAnswer> call, CancellationToken disconnected)
    {
        using var guard = new CancellationTokenSource(call.Patience + options.Grace, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(disconnected, guard.Token);
        var started = time.GetTimestamp();
        var attempts = 0;
        GrainCallOutcome<TAnswer> last = new GrainCallOutcome<TAnswer>.TimedOut();
        try
        {
            while (true)
            {
                attempts++;
                try
                {
                    var answer = await AttemptAsync(call, Remaining(call.Patience, started), end.Token);
                    last = new GrainCallOutcome<TAnswer>.Answered(answer);
                    if (!call.LacksDefinition(answer) || attempts == MostPlaces)
                        return last;
                }
                catch (Exception fault) when (TransientFault.Is(fault))
                {
                    if (!TransientFault.IsUnsent(fault))
                    {
                        if (!call.IsRepeatable)
                            return new GrainCallOutcome<TAnswer>.Lost();
                        call.MayHaveArrived();
                    }

                    last = TransientFault.IsUnreachable(fault)
                        ? new GrainCallOutcome<TAnswer>.Unreachable()
                        : new GrainCallOutcome<TAnswer>.TimedOut();
                }

                await Task.Delay(PauseAfter(attempts), time, end.Token);
            }
        }
        catch (OperationCanceledException) when (guard.IsCancellationRequested && !disconnected.IsCancellationRequested)
        {
            return last;
        }
    }

    /// <summary>One attempt. Its timeout is not a leaving: the grain keeps the work, and the next attempt rejoins it.</summary>
    /// <exception cref="TimeoutException">The attempt took too long.</exception>
    private async Task<TAnswer> AttemptAsync<TAnswer>(GrainCall<TAnswer> call, TimeSpan patience, CancellationToken end)
    {
        using var timeout = new CancellationTokenSource(call.IsRepeatable ? options.AttemptTimeout : Timeout.InfiniteTimeSpan, time);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(end, timeout.Token);
        try
        {
            return await call.SendAsync(patience, attempt.Token).WaitAsync(attempt.Token);
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
    private async Task LeaveAsync<TAnswer>(GrainCall<TAnswer> call)
    {
        try
        {
            await call.LeaveAsync().WaitAsync(options.LeaveLimit, time);
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
