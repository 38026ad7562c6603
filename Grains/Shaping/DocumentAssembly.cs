using System.Security.Cryptography;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Reports;

namespace Aggregator.Shaping;

/// <summary>Makes the answer of a compile from the outcomes of its sources: the document, or the reason for none.</summary>
/// <param name="plan">The plan.</param>
/// <param name="scope">What names stand for, over <paramref name="outcomes"/>.</param>
/// <param name="outcomes">How each source ended, by position; every one has.</param>
internal sealed class DocumentAssembly(ReportPlan plan, ReportScope scope, IReadOnlyList<SourceOutcome> outcomes)
{
    private readonly HashSet<int> _lacking = [.. outcomes.Select((outcome, i) => (outcome, i)).Where(pair => pair.outcome.Missing).Select(pair => pair.i)];

    /// <summary>The answer.</summary>
    /// <param name="compiledAt">When compiling ended.</param>
    /// <param name="duration">How long it took.</param>
    public ReportAnswer Assemble(DateTimeOffset compiledAt, TimeSpan duration)
    {
        if (SourceFailure.Of(plan, outcomes) is { } failure) return ReportAnswer.Of(failure);
        try
        {
            var body = Body();
            return ReportAnswer.Of(new ReportDocument
            {
                Body = body,
                Version = VersionOf(body),
                CompiledAt = compiledAt,
                Duration = duration,
                Complete = _lacking.Count == 0,
                FreshFor = FreshFor(duration),
                Sources = [.. outcomes.Select((outcome, i) => outcome.Report(plan.Sources[i].Definition.Name) with { Missing = _lacking.Contains(i) })],
            });
        }
        catch (ExpressionException error)
        {
            return ReportAnswer.Of(new ReportFailure { Kind = ReportFailureKind.Expression, Detail = $"The result could not be computed: {error.Message}" });
        }
        catch (DocumentTooLargeException)
        {
            return ReportAnswer.Of(new ReportFailure
            {
                Kind = ReportFailureKind.DocumentTooLarge,
                Detail = $"The document would be larger than {plan.Definition.MaxDocument} bytes.",
            });
        }
    }

    /// <summary>
    /// The least that any answer used has left of its lifetime; null when one has nothing left, or never had anything. What is computed, was
    /// skipped or has its default in its place does not count.
    /// </summary>
    private TimeSpan? FreshFor(TimeSpan duration)
    {
        TimeSpan? least = null;
        foreach (var source in plan.Sources.Where(source => source.Upstream is not null))
        {
            var outcome = outcomes[source.Index];
            if (outcome.State is not (SourceState.Ok or SourceState.Stale)) continue;
            var sinceItLanded = duration - (outcome.Started + outcome.Duration ?? duration);
            if (outcome.FreshFor - sinceItLanded is not { } left || left <= TimeSpan.Zero) return null;
            if (least is null || left < least) least = left;
        }

        return least;
    }

    private byte[] Body()
    {
        var evaluation = new ShapeEvaluation(scope.ForResult(), new(), CancellationToken.None) { OnError = NullWhereSourcesLack };
        var output = new CappedWriter(plan.Definition.MaxDocument);
        evaluation.Evaluate(plan.Definition.Result).WriteTo(output);
        return output.Written.ToArray();
    }

    /// <summary>A leaf may fail on a value that stands in for a real one: it is null then, and the document lacks the sources it drew on.</summary>
    private JsonValue? NullWhereSourcesLack(Expression expression)
    {
        var names = NameUses.Of(expression).ToHashSet();
        var degraded = plan.Sources
            .Where(source => names.Contains(source.Definition.Name) || names.Contains(NameUses.Whole))
            .SelectMany(StandIns)
            .ToList();
        _lacking.UnionWith(degraded);
        return degraded.Count == 0 ? null : JsonValue.Null;
    }

    /// <summary>The sources whose value is not their own, among a source and those that it was computed from.</summary>
    private IEnumerable<int> StandIns(PlannedSource source) => outcomes[source.Index].State switch
    {
        SourceState.Default or SourceState.Skipped or SourceState.Failed => [source.Index],
        _ when source.Upstream is null => source.Needs.SelectMany(need => StandIns(plan.Sources[need.Source])),
        _ => [],
    };

    private static string VersionOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, VersionBytes));

    private const int VersionBytes = 16;
}
