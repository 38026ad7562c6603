using Aggregator.Definitions;
using Aggregator.JmesPath;
using Aggregator.Planning;
using Aggregator.Shaping;
using Aggregator.Upstreams;

namespace Aggregator.Reports;

/// <summary>Runs one source whose inputs are there: names, request, call, meaning of the answer, selection. Whatever goes wrong is an outcome.</summary>
/// <param name="calls">The way to upstreams.</param>
/// <param name="time">The clock of <c>within</c>.</param>
internal sealed class SourceRunner(IUpstreamCalls calls, TimeProvider time)
{
    /// <summary>Runs a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="scope">What names stand for; all that the source needs has landed.</param>
    /// <param name="revalidate">Whether what is stored has to be confirmed by the upstream.</param>
    /// <param name="cancellationToken">Ends the run; the outcome then tells nothing.</param>
    public async Task<SourceOutcome> RunAsync(PlannedSource source, ReportScope scope, bool revalidate, CancellationToken cancellationToken)
    {
        using var limit = new SourceLimit(source.Definition.Within, time, cancellationToken);
        var token = limit.Token;
        try
        {
            return source.Definition.Work switch
            {
                SourceWork.Computed computed => SourceOutcome.Ok(ComputedSource.Evaluate(source, computed, scope, token)),
                SourceWork.HttpCall call => await CallAsync(source, call, scope, revalidate, token),
                _ => throw new InvalidOperationException($"Nothing is known of {source.Definition.Work.GetType().Name}."),
            };
        }
        catch (ExpressionException)
        {
            return SourceOutcome.Failed(source.Definition, "expression");
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return SourceOutcome.Failed(source.Definition, "timeout", ReportFailureKind.TooSlow);
        }
    }

    private async Task<SourceOutcome> CallAsync(
        PlannedSource source, SourceWork.HttpCall work, ReportScope scope, bool revalidate, CancellationToken cancellationToken)
    {
        var definition = source.Definition;
        var budget = new EvaluationBudget();
        var names = SourceNames.Of(source, scope, budget, cancellationToken);
        switch (work.Template.Expand(names.ForTemplate))
        {
            case TemplateOutcome.Skipped:
                return SourceOutcome.Skipped(definition, scope.IsMissingFor(source));
            case TemplateOutcome.Refused refused:
                return BadParameters.Of(source, refused) is { } bad
                    ? SourceOutcome.Fatal("refused_value", ReportFailureKind.BadParameter) with { BadParameters = bad }
                    : SourceOutcome.Failed(definition, "refused_value");
            case TemplateOutcome.Expanded expanded:
                var outcome = await calls.SendAsync(
                    Call(source, work, expanded.PathAndQuery, names, budget, cancellationToken) with { Revalidate = revalidate }, cancellationToken);
                return Read(source, names, outcome, budget, cancellationToken) with { Attempts = outcome.Attempts, Bytes = outcome.Body.Length };
            default:
                throw new InvalidOperationException("A template ended in an unforeseen way.");
        }
    }

    private static UpstreamCall Call(
        PlannedSource source, SourceWork.HttpCall work, string target, SourceNames names, EvaluationBudget budget, CancellationToken cancellationToken) => new()
        {
            Upstream = source.Upstream ?? throw new InvalidOperationException($"{source.Definition.Name} calls no upstream."),
            Method = work.Method,
            Target = target,
            Json = work.Json is { } json ? JsonBytes.Of(new ShapeEvaluation(names.Scope, budget, cancellationToken).Evaluate(json)) : null,
            Safe = work.Safe,
            On = source.Definition.On,
        };

    /// <summary>What an upstream's outcome means: first by its status and kind, then by what it says.</summary>
    private static SourceOutcome Read(
        PlannedSource source, SourceNames names, UpstreamOutcome outcome, EvaluationBudget budget, CancellationToken cancellationToken)
    {
        var definition = source.Definition;
        return AnswerRules.EffectOf(outcome, definition.On) switch
        {
            OnEffect.Ok => Select(definition, names, outcome, budget, cancellationToken),
            OnEffect.Default => SourceOutcome.Defaulted(definition, outcome.Error),
            OnEffect.NotFound => SourceOutcome.Fatal(outcome.Error ?? "not_found", ReportFailureKind.NotFound),
            OnEffect.Denied => SourceOutcome.Fatal(
                outcome.Error ?? "denied", outcome.Status == Unauthorized ? ReportFailureKind.Unauthenticated : ReportFailureKind.Forbidden),
            _ => SourceOutcome.Failed(definition, outcome.Error ?? "refused", KindOf(outcome)),
        };
    }

    private static SourceOutcome Select(
        SourceDefinition definition, SourceNames names, UpstreamOutcome outcome, EvaluationBudget budget, CancellationToken cancellationToken)
    {
        var answer = outcome.Body.IsEmpty ? JsonValue.Null : JsonValue.FromChecked(outcome.Body);
        if (definition.Select is null && definition.Check is null) return SourceOutcome.Ok(answer);

        var variables = names.Scope.Variables.With("response", ResponseValue.Of(outcome));
        if (definition.Check is { } check && !check.Expression.Evaluate(answer, variables, budget, cancellationToken).IsTruthy)
            return SourceOutcome.Failed(definition, "check");

        return SourceOutcome.Ok(definition.Select?.Expression.Evaluate(answer, variables, budget, cancellationToken) ?? answer);
    }

    private static ReportFailureKind KindOf(UpstreamOutcome outcome) => outcome.Kind switch
    {
        UpstreamOutcomeKind.Timeout => ReportFailureKind.TooSlow,
        UpstreamOutcomeKind.Throttled => ReportFailureKind.Throttled,
        _ => ReportFailureKind.UpstreamFailed,
    };

    private const int Unauthorized = 401;
}
