using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads <c>on</c>: what answers other than the usual ones mean.</summary>
internal sealed class OnReader(ProblemList problems)
{
    private static readonly ImmutableArray<string> Effects = ["ok", "default", "fail", "retry", "notFound", "denied"];

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
        var match = Match(member.Key);
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

    private static OnMatch? Match(string key) => key switch
    {
        "timeout" => new OnMatch.Timeout(),
        "unreachable" => new OnMatch.Unreachable(),
        "any" => new OnMatch.Any(),
        [>= '1' and <= '5' and var hundreds, 'x', 'x'] => new OnMatch.StatusClass(hundreds - '0'),
        [>= '1' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] => new OnMatch.Status(
            (key[0] - '0') * 100 + (key[1] - '0') * 10 + key[2] - '0'),
        _ => null,
    };

    private OnEffect? Effect(Node node)
    {
        var expected = string.Join(", ", Effects);
        if (_values.String(node, expected) is not { Text: var text })
        {
            return null;
        }

        var index = Effects.IndexOf(text);
        if (index >= 0)
        {
            return (OnEffect)index;
        }

        problems.UnknownName(node.Place, "meaning", text, expected, Effects);
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
