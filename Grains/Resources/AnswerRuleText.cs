using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Resources;

/// <summary>The rules of a source's <c>on</c> as they cross between silos, in the words of the definition.</summary>
internal static class AnswerRuleText
{
    /// <summary>The rules as they are sent.</summary>
    public static ImmutableArray<AnswerRule> Write(ImmutableArray<OnRule> rules) => [.. rules.Select(rule => new AnswerRule(rule.Match.Text, rule.EffectText))];

    /// <summary>The rules as they were meant. One that this version does not know is left out.</summary>
    public static ImmutableArray<OnRule> Read(ImmutableArray<AnswerRule> rules)
    {
        if (rules.IsEmpty) return [];
        var read = ImmutableArray.CreateBuilder<OnRule>(rules.Length);
        foreach (var rule in rules)
        {
            if (OnMatch.Parse(rule.Match) is { } match && OnRule.ParseEffect(rule.Effect) is { } effect) read.Add(new(match, effect));
        }

        return read.DrainToImmutable();
    }
}
