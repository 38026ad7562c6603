using System.Collections.Immutable;
using Aggregator.Catalog;
using Aggregator.HttpCaching;
using Aggregator.Memory;
using Aggregator.Planning;

namespace Aggregator.Reports;

/// <summary>
/// One report with one set of parameters as all who ask share it: a document that will do is answered at once, else they wait for one compile.
/// </summary>
/// <remarks>Not for use by several threads at once: it lives on its grain's turns.</remarks>
/// <param name="definitions">The plans of this silo.</param>
/// <param name="compiler">Compiles.</param>
/// <param name="generations">The purges so far.</param>
/// <param name="budget">The memory of the process.</param>
/// <param name="time">The clock.</param>
/// <param name="options">How long a compile survives its callers' broken calls.</param>
/// <param name="evicted">Called, on any thread, when the document had to go for want of memory.</param>
internal sealed class SharedReport(
    DefinitionStore definitions, ReportCompiler compiler, GenerationMirror generations, CacheBudget budget, TimeProvider time, ReportGrainOptions options, Action evicted)
{
    private readonly DocumentSlot _slot = new(budget, evicted);

    /// <summary>The compiles that somebody may still wait for, the newest last; more than one only when a client asked for revalidation meanwhile.</summary>
    private ImmutableArray<CompileRun> _runs = [];

    /// <summary>The newest of them, until what it made is taken up.</summary>
    private CompileRun? _newest;
    private Task _refresh = Task.CompletedTask;
    private long? _refreshed;
    private long? _revalidated;

    /// <summary>Whether anybody waits for a compile, or may come back for it.</summary>
    public bool IsBusy => _runs.Any(run => run.Flight.IsWanted);

    /// <summary>For how much longer what is kept is of any use; zero for nothing kept.</summary>
    public TimeSpan UsefulFor => _slot.Document is { } kept && kept.Life.Whole - kept.AgeBy(time) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Answers the document.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Breaks this call off; the caller may call again, or leave.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ReportAnswer> GetAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        TakeUp();
        var run = _runs.LastOrDefault(run => run.Flight.Knows(request.Waiter));
        var collapsed = run is null;
        if (run is null)
        {
            var revalidate = request.Revalidate && (MayRevalidate || Joinable(request, revalidate: true) is not null);
            if (!revalidate && Reuse(request) is { } reused) return reused;
            run = Joinable(request, revalidate);
            if (run is null)
            {
                if (request.JoinOnly) return Refuse(ReportFailureKind.Lost, "The compile is no longer there, and must not be run twice.");
                if (definitions.Find(request.DefinitionHash) is not { } plan)
                    return Refuse(ReportFailureKind.DefinitionUnavailable, "This node does not have that version of the report.");
                (run, collapsed) = (Start(plan, request, revalidate), false);
            }
        }

        var answer = await run.Flight.WaitAsync(request.Waiter, request.Patience, cancellationToken);
        return Finish(run, request, answer, collapsed);
    }

    /// <summary>Says that a waiter is gone for good.</summary>
    /// <param name="waiter">The waiter.</param>
    public Task LeaveAsync(Guid waiter) => Task.WhenAll(_runs.Select(run => run.Flight.LeaveAsync(waiter)));

    /// <summary>Ends every compile, and forgets the document.</summary>
    public async Task EndAsync()
    {
        foreach (var run in _runs) await run.Flight.DisposeAsync();
        await _refresh;
        _slot.Clear();
    }

    /// <summary>What is kept, when it will do: fresh, or stale while one refresh runs behind.</summary>
    private ReportAnswer? Reuse(ReportRequest request)
    {
        if (Kept is not { } kept) return null;
        var age = kept.AgeBy(time);
        if (!kept.Life.MayBeServedWhileRefreshed(age)) return null;

        _slot.Touch();
        var standing = kept.StandAt(age);
        if (!kept.Life.IsFresh(age))
        {
            standing = standing with { Detail = "stale-while-revalidate" };
            Refresh(request);
        }

        return ReportAnswer.Of(kept.Document) with { Standing = standing };
    }

    private KeptDocument? Kept => _slot.Document is { } kept && kept.IsCurrent(generations.Current) ? kept : null;

    private bool MayRevalidate => _revalidated is not { } last || time.GetElapsedTime(last) >= Pause;

    /// <summary>A compile that a request may wait for: none that began before a purge, and one that revalidates, if that is asked for.</summary>
    private CompileRun? Joinable(ReportRequest request, bool revalidate) =>
        _runs.LastOrDefault(run => run.Flight.CanJoin(request.Waiter) && (run.Revalidates || !revalidate) && !run.IsPurged(generations.Current));

    private CompileRun Start(ReportPlan plan, ReportRequest request, bool revalidate)
    {
        if (revalidate) _revalidated = time.GetTimestamp();
        var reason = !plan.Descriptor.Safe ? ForwardReason.Method
            : revalidate ? ForwardReason.Request
            : _slot.Document is not null ? ForwardReason.Stale
            : ForwardReason.Miss;
        var began = generations.Current.Stamp;
        var inputs = new CompileInputs(request.Parameters) { Forwarded = request.Forwarded, Revalidate = revalidate };
        var run = new CompileRun(compiler.Start(plan, inputs, options.Grace), plan, reason, revalidate, began);
        _runs = [.. _runs.Where(other => other.Flight.IsWanted), run];
        return _newest = run;
    }

    /// <summary>Refreshes behind a stale answer: one at a time, and after a failure not at once again.</summary>
    private void Refresh(ReportRequest request)
    {
        if (!_refresh.IsCompleted || Joinable(request, revalidate: false) is not null) return;
        if (_refreshed is { } last && time.GetElapsedTime(last) < Pause) return;
        if (definitions.Find(request.DefinitionHash) is not { } plan) return;
        _refreshed = time.GetTimestamp();
        _refresh = RefreshAsync(Start(plan, request, revalidate: false));
    }

    private async Task RefreshAsync(CompileRun run)
    {
        var answer = await run.Flight.WaitAsync(Guid.NewGuid(), run.Plan.Definition.Deadline, CancellationToken.None);
        TakeUp();
        if (answer is { Early: true, Answer.Document: { } early }) Keep(run, early);
    }

    /// <summary>Keeps what the newest compile has made, once it has.</summary>
    private void TakeUp()
    {
        if (_newest is not { Flight.Outcome: { } outcome } run) return;
        _newest = null;
        _runs = _runs.RemoveAll(other => !other.Flight.IsWanted);
        if (outcome.Document is { } document) Keep(run, document);
    }

    private KeptDocument? Keep(CompileRun run, ReportDocument document)
    {
        var kept = KeptDocument.Of(run, document, generations.Current);
        if (kept is not null) _slot.Put(kept);
        return kept;
    }

    /// <summary>The answer to one who waited: with how the document stands, or with an old document in place of a failure.</summary>
    private ReportAnswer Finish(CompileRun run, ReportRequest request, FlightAnswer answered, bool collapsed)
    {
        TakeUp();
        var (answer, early) = answered;
        if (answer.Failure is { } failure) return StandIn(failure) ?? answer;
        if (answer.Document is not { } document) return answer;

        var kept = ReferenceEquals(_slot.Document?.Document, document) ? _slot.Document
            : !early ? KeptDocument.Of(run, document, generations.Current)
            : request.Hastened ? null
            : Keep(run, document);
        var standing = kept?.StandAt(kept.AgeBy(time)) ?? DocumentStanding.Unkept;
        return answer with { Standing = standing with { Forward = run.Reason, Collapsed = collapsed } };
    }

    private ReportAnswer? StandIn(ReportFailure failure)
    {
        if (!failure.Kind.IsFault || Kept is not { } kept) return null;
        var age = kept.AgeBy(time);
        if (!kept.Life.MayStandIn(age)) return null;
        _slot.Touch();
        return ReportAnswer.Of(kept.Document) with { Standing = kept.StandAt(age) with { Forward = ForwardReason.Stale, Detail = "stale-if-error" } };
    }

    private static ReportAnswer Refuse(ReportFailureKind kind, string detail) => ReportAnswer.Of(new ReportFailure { Kind = kind, Detail = detail });

    /// <summary>At most so often the sources are made to revalidate, and a refresh is tried.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
}
