using Aggregator.Definitions;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Shaping;

namespace Aggregator.Reports;

/// <summary>
/// One compile of one report: every source runs as soon as what it names is there. Nothing that it starts outlives
/// <see cref="Completion"/>, however it ends.
/// </summary>
internal sealed class Compilation : IAsyncDisposable
{
    private readonly ReportPlan _plan;
    private readonly CompileInputs _inputs;
    private readonly SourceRunner _runner;
    private readonly TimeProvider _time;
    private readonly ReportScope _scope;
    private readonly SourceOutcome?[] _outcomes;
    private readonly CancellationTokenSource _cancellation = new(); // has no timer, so there is nothing of it to release
    private readonly long _started;

    private Compilation(ReportPlan plan, CompileInputs inputs, SourceRunner runner, TimeProvider time)
    {
        (_plan, _inputs, _runner, _time, _started) = (plan, inputs, runner, time, time.GetTimestamp());
        _outcomes = new SourceOutcome?[plan.Sources.Length];
        _scope = ReportScope.Of(plan, inputs.Parameters, _outcomes);
        Completion = Task.Run(RunAsync);
    }

    /// <summary>The answer once every source has ended. Its only exceptions are bugs.</summary>
    public Task<ReportAnswer> Completion { get; }

    /// <summary>Starts a compile.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputs">What it is compiled for.</param>
    /// <param name="runner">Runs the sources.</param>
    /// <param name="time">The clock.</param>
    public static Compilation Start(ReportPlan plan, CompileInputs inputs, SourceRunner runner, TimeProvider time) =>
        new(plan, inputs, runner, time);

    /// <summary>
    /// The answer as if time were up now: sources not there yet take their default, values are computed from what is there. The compile goes on.
    /// </summary>
    public ReportAnswer Snapshot()
    {
        var outcomes = _outcomes.ToArray();
        if (SourceFailure.Of(_plan, outcomes) is { } failure) return ReportAnswer.Of(failure);

        var scope = _scope.Over(outcomes);
        foreach (var i in _plan.Order) outcomes[i] ??= AtTheDeadline(_plan.Sources[i], scope);
        return Assemble(scope, outcomes);
    }

    /// <summary>Ends every source that still runs; <see cref="Completion"/> follows.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Ends every source that still runs, and waits for that.</summary>
    public async ValueTask DisposeAsync()
    {
        await _cancellation.CancelAsync();
        await Completion;
    }

    private async Task<ReportAnswer> RunAsync()
    {
        var bad = BadParameters.Of(_plan, _scope);
        if (!bad.IsEmpty)
            return ReportAnswer.Of(new ReportFailure { Kind = ReportFailureKind.BadParameter, Detail = "A parameter's value cannot stand where the report uses it.", Parameters = bad });

        var runs = new Task[_plan.Sources.Length];
        foreach (var i in _plan.Order) runs[i] = RunAsync(_plan.Sources[i], runs);
        await Task.WhenAll(runs);
        return Snapshot();
    }

    /// <summary>One source's life: wait for what it needs, run, land. When the compile was cancelled meanwhile, nothing lands.</summary>
    private async Task RunAsync(PlannedSource source, Task[] runs)
    {
        foreach (var need in source.Needs) await runs[need.Source];
        if (_cancellation.IsCancellationRequested) return;

        var started = _time.GetTimestamp();
        var outcome = await _runner.RunAsync(source, _inputs, _scope, _cancellation.Token);
        if (_cancellation.IsCancellationRequested) return;

        _outcomes[source.Index] = outcome with { Started = _time.GetElapsedTime(_started, started), Duration = _time.GetElapsedTime(started) };
        if (outcome.Failure is not null) await _cancellation.CancelAsync();
    }

    private static SourceOutcome AtTheDeadline(PlannedSource source, ReportScope scope)
    {
        if (source.Definition.Work is not SourceWork.Computed computed) return SourceOutcome.Late(source.Definition);
        try
        {
            return SourceOutcome.Ok(ComputedSource.Evaluate(source, computed, scope, CancellationToken.None));
        }
        catch (ExpressionException)
        {
            return SourceOutcome.Failed(source.Definition, "expression");
        }
    }

    private ReportAnswer Assemble(ReportScope scope, SourceOutcome?[] outcomes) =>
        new DocumentAssembly(_plan, scope, [.. outcomes.OfType<SourceOutcome>()]).Assemble(_time.GetUtcNow(), _time.GetElapsedTime(_started));
}
