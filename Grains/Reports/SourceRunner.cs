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
    /// <param name="inputs">What the report is compiled for.</param>
    /// <param name="scope">What names stand for; all that the source needs has landed.</param>
    /// <param name="cancellationToken">Ends the run; the outcome then tells nothing.</param>
    public async Task<SourceOutcome> RunAsync(PlannedSource source, CompileInputs inputs, ReportScope scope, CancellationToken cancellationToken)
    {
        using var limit = new SourceLimit(source.Definition.Within, time, cancellationToken);
        var token = limit.Token;
        try
        {
            return source.Definition.Work switch
            {
                SourceWork.Computed computed => SourceOutcome.Ok(ComputedSource.Evaluate(source, computed, scope, token)),
                SourceWork.HttpCall call => await CallAsync(source, call, inputs, scope, token),
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
        PlannedSource source, SourceWork.HttpCall work, CompileInputs inputs, ReportScope scope, CancellationToken cancellationToken)
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
                var json = work.Json is { } shape ? JsonBytes.Of(new ShapeEvaluation(names.Scope, budget, cancellationToken).Evaluate(shape)) : null;
                var call = SourceCall.Of(source, work, expanded.PathAndQuery, json, inputs);
                var outcome = await calls.SendAsync(call, cancellationToken);
                return Read(source, call, names, outcome, budget, cancellationToken) with
                {
                    Cache = outcome.Cache,
                    FreshFor = outcome.FreshFor,
                    Attempts = outcome.Attempts,
                    Bytes = outcome.Body.Length,
                };
            default:
                throw new InvalidOperationException("A template ended in an unforeseen way.");
        }
    }

    /// <summary>What an upstream's outcome means: first by its status and kind, then by what it says.</summary>
    private static SourceOutcome Read(
        PlannedSource source, UpstreamCall call, SourceNames names, UpstreamOutcome outcome, EvaluationBudget budget, CancellationToken cancellationToken)
    {
        var definition = source.Definition;
        return AnswerRules.EffectOf(outcome, definition.On, SourceCall.IsOnBehalf(call)) switch
        {
            OnEffect.Ok when outcome.Error is not null && JsonAnswer.FaultOf(outcome.Headers, outcome.Body) is { } fault =>
                SourceOutcome.Failed(definition, (outcome with { Kind = fault }).Error ?? "refused"),
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
        var answer = outcome.Body.Length == 0 ? JsonValue.Null : JsonValue.FromChecked(outcome.Body);
        if (definition.Select is null && definition.Check is null) return Ok(outcome, answer);

        var variables = names.Scope.Variables.With("response", ResponseValue.Of(outcome));
        if (definition.Check is { } check && !check.Expression.Evaluate(answer, variables, budget, cancellationToken).IsTruthy)
            return SourceOutcome.Failed(definition, "check");

        return Ok(outcome, definition.Select?.Expression.Evaluate(answer, variables, budget, cancellationToken) ?? answer);
    }

    private static SourceOutcome Ok(UpstreamOutcome outcome, JsonValue value) =>
        SourceOutcome.Ok(value) with { State = outcome.Cache == CacheOutcome.Stale ? SourceState.Stale : SourceState.Ok };

    private static ReportFailureKind KindOf(UpstreamOutcome outcome) => outcome.Kind switch
    {
        UpstreamOutcomeKind.Timeout => ReportFailureKind.TooSlow,
        UpstreamOutcomeKind.Throttled => ReportFailureKind.Throttled,
        _ => ReportFailureKind.UpstreamFailed,
    };

    private const int Unauthorized = 401;
}
