using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Upstreams;

/// <summary>What an outcome means to a source: its own rules first, the most specific one, then the usual ones.</summary>
internal static class AnswerRules
{
    /// <summary>The meaning of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="rules">The source's rules.</param>
    /// <param name="onBehalf">Whether the call carried a credential of the client's: its refusal is then the client's to know.</param>
    public static OnEffect EffectOf(UpstreamOutcome outcome, ImmutableArray<OnRule> rules, bool onBehalf = false)
    {
        OnEffect? any = null;
        OnEffect? matched = null;
        foreach (var rule in rules)
        {
            switch (rule.Match)
            {
                case OnMatch.Status status when outcome.Kind == UpstreamOutcomeKind.Answer && outcome.Status == status.Code:
                    return rule.Effect;
                case OnMatch.StatusClass group when outcome.Kind == UpstreamOutcomeKind.Answer && outcome.Status / 100 == group.Hundreds:
                case OnMatch.Timeout when outcome.Kind == UpstreamOutcomeKind.Timeout:
                case OnMatch.Unreachable when outcome.Kind == UpstreamOutcomeKind.Unreachable:
                    matched = rule.Effect;
                    break;
                case OnMatch.Any:
                    any = rule.Effect;
                    break;
            }
        }

        return matched ?? (outcome.Error is null ? OnEffect.Ok : any ?? (onBehalf && IsRefusal(outcome) ? OnEffect.Denied : OnEffect.Fail));
    }

    /// <summary>Whether the call is worth repeating: the definition says so, or the failure is of a kind that passes.</summary>
    public static bool IsWorthRepeating(UpstreamOutcome outcome, ImmutableArray<OnRule> rules) => EffectOf(outcome, rules) switch
    {
        OnEffect.Retry => true,
        OnEffect.Fail => IsTransient(outcome),
        _ => false,
    };

    private static bool IsRefusal(UpstreamOutcome outcome) =>
        outcome.Kind == UpstreamOutcomeKind.Answer && outcome.Status is Unauthorized or Forbidden;

    private static bool IsTransient(UpstreamOutcome outcome) => outcome.Kind switch
    {
        UpstreamOutcomeKind.Timeout or UpstreamOutcomeKind.Unreachable or UpstreamOutcomeKind.Truncated => true,
        UpstreamOutcomeKind.Answer => outcome.Status is RequestTimeout or TooManyRequests or (>= 500 and < 600),
        _ => false,
    };

    private const int Unauthorized = 401;
    private const int Forbidden = 403;
    private const int RequestTimeout = 408;
    private const int TooManyRequests = 429;
}
