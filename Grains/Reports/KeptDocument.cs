using System.Collections.Immutable;
using Aggregator.Catalog;

namespace Aggregator.Reports;

/// <summary>A document that is kept for later requests.</summary>
internal sealed class KeptDocument
{
    private readonly long _started;
    private readonly GenerationStamp _began;
    private readonly ImmutableArray<PurgeSubject> _subjects;

    private KeptDocument(ReportDocument document, CompileRun run)
    {
        (Document, Life) = (document, DocumentLife.Of(run.Plan.Definition.Caching, document));
        (_started, _began, _subjects) = (run.Flight.Started, run.Began, run.PurgedBy);
    }

    /// <summary>The document.</summary>
    public ReportDocument Document { get; }

    /// <summary>How long it may be used.</summary>
    public DocumentLife Life { get; }

    /// <summary>What it costs beside its bytes: its activation, and how its sources fared.</summary>
    public long OtherBytes => Memory.CacheBudget.ActivationBytes + (Document.Sources.Length * SourceBytes);

    /// <summary>What a run made, to be kept; null when it is of no use to anybody later.</summary>
    /// <param name="run">The run.</param>
    /// <param name="document">What it made.</param>
    /// <param name="generations">The purges so far.</param>
    public static KeptDocument? Of(CompileRun run, ReportDocument document, Generations generations)
    {
        var kept = new KeptDocument(document, run);
        return run.Plan.Descriptor.Safe && kept.Life.Whole > TimeSpan.Zero && kept.IsCurrent(generations) ? kept : null;
    }

    /// <summary>How long ago compiling it ended, by a clock that only goes forward.</summary>
    /// <param name="time">The clock.</param>
    public TimeSpan AgeBy(TimeProvider time) => time.GetElapsedTime(_started) - Document.Duration;

    /// <summary>Whether nothing was purged that concerns it since its making began.</summary>
    /// <param name="generations">The purges so far.</param>
    public bool IsCurrent(Generations generations) => generations.IsCurrent(_began, _subjects);

    /// <summary>How it stands at an age.</summary>
    /// <param name="age">Its age.</param>
    public DocumentStanding StandAt(TimeSpan age) => new() { Age = age, FreshFor = Life.Lifetime - age, Kept = true, Generations = _began };

    /// <summary>What the record of one source costs.</summary>
    private const long SourceBytes = 250;
}
