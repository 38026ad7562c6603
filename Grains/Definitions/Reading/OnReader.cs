using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads <c>on</c>: what answers other than the usual ones mean.</summary>
internal sealed class OnReader(ProblemList problems)
{
    private readonly ValueReader _values = new(problems);

    /// <summary>Reads the rules, the most specific first.</summary>
    public ImmutableArray<OnRule> Read(Node? node) =>
    [
        .. (_values.Members(node, "a map of answers and what they mean")?.Members ?? [])
            .Select(Rule)
            .OfType<OnRule>()
            .OrderBy(rule => Rank(rule.Match)),
    ];

    private OnRule? Rule(Member member)
    {
        var match = OnMatch.Parse(member.Key);
        if (match is null)
        {
            problems.UnknownName(
                member.KeyPlace,
                "answer",
                member.Key,
                "a status such as 404, a class such as 4xx, timeout, unreachable or any",
                ["timeout", "unreachable", "any"]);
        }

        var effect = Effect(member.Value);
        if (match is null || effect is null)
        {
            return null;
        }

        if (effect == OnEffect.Ok && match is not (OnMatch.Status or OnMatch.StatusClass))
        {
            problems.Error(
                member.Value.Place,
                $"`ok` for `{member.Key}`, which can come without an answer",
                "default, fail, retry or notFound");
        }

        if (effect == OnEffect.Denied && match is not OnMatch.Status { Code: 401 or 403 })
        {
            problems.Error(member.Value.Place, $"`denied` for `{member.Key}`", "`denied` for 401 or 403: it passes that status on");
        }

        return new(match, effect.Value);
    }

    private OnEffect? Effect(Node node)
    {
        var expected = string.Join(", ", OnRule.Effects);
        if (_values.String(node, expected) is not { Text: var text })
        {
            return null;
        }

        if (OnRule.ParseEffect(text) is { } effect)
        {
            return effect;
        }

        problems.UnknownName(node.Place, "meaning", text, expected, OnRule.Effects);
        return null;
    }

    private static int Rank(OnMatch match) => match switch
    {
        OnMatch.Status => 0,
        OnMatch.StatusClass => 1,
        OnMatch.Any => 3,
        _ => 2,
    };
}
