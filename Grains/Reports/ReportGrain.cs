using Aggregator.Catalog;
using Aggregator.Memory;
using Microsoft.Extensions.Options;

namespace Aggregator.Reports;

/// <summary>One report with one set of parameters: whoever asks shares its document and its compile. It goes when it holds nothing any more.</summary>
internal sealed class ReportGrain : Grain, IReportGrain
{
    // Calls interleave, but each turn runs alone: what is decided between two awaits is decided on the same compile and the same document.
    private readonly SharedReport _shared;
    private readonly TimeSpan _patience;
    private IGrainTimer? _rest;
    private int _calls;

    /// <summary>Makes the grain.</summary>
    /// <param name="definitions">The plans of this silo.</param>
    /// <param name="compiler">Compiles.</param>
    /// <param name="generations">The purges so far.</param>
    /// <param name="budget">The memory of the process.</param>
    /// <param name="time">The clock.</param>
    /// <param name="options">How long a compile survives its callers' broken calls, and an activation having nothing to hold.</param>
    public ReportGrain(
        DefinitionStore definitions, ReportCompiler compiler, GenerationMirror generations, CacheBudget budget, TimeProvider time, IOptions<ReportGrainOptions> options) =>
        (_shared, _patience) = (new(definitions, compiler, generations, budget, time, options.Value, Evicted), options.Value.Rest);

    /// <inheritdoc/>
    public async Task<ReportAnswer> GetAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        try
        {
            var answer = await _shared.GetAsync(request, cancellationToken);
            if (answer.Standing.Forward is not null) Rest(); // something else is held than before
            return answer;
        }
        finally
        {
            Interlocked.Decrement(ref _calls);
        }
    }

    /// <inheritdoc/>
    public async Task LeaveAsync(Guid waiter)
    {
        await _shared.LeaveAsync(waiter);
        Rest();
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => _shared.EndAsync();

    /// <summary>Looks again, once there may be nothing left to hold.</summary>
    private void Rest()
    {
        var after = _shared.UsefulFor + _patience;
        if (after > Longest) after = Longest;
        if (_rest is { } timer) timer.Change(after, Timeout.InfiniteTimeSpan);
        else _rest = this.RegisterGrainTimer(Look, new GrainTimerCreationOptions(after, Timeout.InfiniteTimeSpan) { Interleave = true });
    }

    private Task Look(CancellationToken cancellationToken)
    {
        if (_shared.IsBusy || _shared.UsefulFor > TimeSpan.Zero) Rest();
        else DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>The document had to go, and with it the activation, unless it has something to do. Comes on any thread.</summary>
    private void Evicted()
    {
        if (Volatile.Read(ref _calls) == 0) GrainContext.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "Its document had to make room."));
    }

    /// <summary>The longest that a timer can run.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
}
