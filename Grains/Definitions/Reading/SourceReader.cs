using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;
using Aggregator.JmesPath;
using Aggregator.Shaping;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads the sources of one report.</summary>
/// <param name="scope">The report's names.</param>
/// <param name="upstreams">The names of all upstreams.</param>
/// <param name="within">How long a source may take that does not say so itself.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class SourceReader(NameScope scope, IReadOnlySet<string> upstreams, TimeSpan? within, ProblemList problems)
{
    private static readonly ImmutableArray<string> Work = ["get", "post", "value"];

    private readonly ValueReader _values = new(problems);
    private readonly ExpressionReader _expressions = new(scope.Knows, problems);
    private readonly TargetReader _targets = new(upstreams, problems);
    private readonly SourceCachingReader _caching = new(problems);

    /// <summary>Reads a source; null when what it does cannot be read.</summary>
    public SourceDefinition? Read(Member source)
    {
        if (_values.Map(source.Value, "a source", "a map of the source's settings") is not { } map)
        {
            return null;
        }

        var with = ReadWith(map.Take("with"));
        var expressions = new ExpressionReader(name => scope.Knows(name) || with.Any(each => each.Name == name), problems);
        var work = ReadWork(source, map, expressions);
        var optional = _values.Flag(map.Take("optional")) ?? false;
        var standIn = map.Take("default") is { } literal ? JsonValue.FromChecked(CanonicalText.Literal(literal)) : JsonValue.Null;
        var ofAnswer = new AnswerSettings(map);
        if (work is SourceWork.Computed)
        {
            ofAnswer.Refuse(problems);
        }

        var definition = work is null ? null : new SourceDefinition
        {
            Name = source.Key,
            Place = source.KeyPlace,
            Work = work,
            With = with,
            Select = expressions.Expression(ofAnswer.Select?.Value),
            Check = expressions.Expression(ofAnswer.Check?.Value),
            On = ReadOn(ofAnswer.On, work),
            Optional = optional,
            Default = standIn,
            Within = _values.Duration(ofAnswer.Within?.Value) ?? (work is SourceWork.Computed ? null : within),
            Caching = _caching.Read(ofAnswer.Cache, work),
            Tags = _caching.Tags(ofAnswer.Tags?.Value),
        };
        map.Close(LaterKeys.Source);
        return definition;
    }

    private ImmutableArray<NamedShape> ReadWith(Node? node)
    {
        var with = ImmutableArray.CreateBuilder<NamedShape>();
        foreach (var member in _values.Members(node, "a map of names and their expressions")?.Members ?? [])
        {
            if (scope.IsFree(member, "a `with` name") && _expressions.Shape(member.Value) is { } shape)
            {
                with.Add(new(member.Key, shape, member.KeyPlace));
            }
        }

        return with.DrainToImmutable();
    }

    private SourceWork? ReadWork(Member source, MappingReader map, ExpressionReader expressions)
    {
        var later = map.Has(LaterKeys.SourceWork);
        var given = Work.Select(map.TakeMember).OfType<Member>().ToList();
        var json = map.TakeMember("json");
        var safe = map.TakeMember("safe");
        if (given.Count > 1)
        {
            problems.Error(
                given[1].KeyPlace,
                $"`{given[1].Key}` beside `{given[0].Key}`",
                "exactly one of get, post and value in a source");
            return null;
        }

        if (given.Count == 0)
        {
            if (!later)
            {
                problems.Error(
                    source.KeyPlace, $"the source `{Excerpt.Of(source.Key)}`, which does nothing", "exactly one of get, post and value");
            }

            return null;
        }

        var work = given[0];
        if (work.Key != "post")
        {
            Refuse(json, $"`json` beside `{work.Key}`, which has no body", "`json` beside `post` only");
            Refuse(safe, $"`safe` beside `{work.Key}`, which is always safe", "`safe` beside `post` only");
        }

        var shape = expressions.Shape(work.Key == "value" ? work.Value : json?.Value);
        return work.Key != "value" ? Call(work, shape, json, safe)
            : shape is null ? null
            : new SourceWork.Computed(shape, TextPlace(work.Value));
    }

    private SourceWork.HttpCall? Call(Member work, Shape? body, Member? json, Member? safe)
    {
        var method = work.Key == "get" ? HttpMethod.Get : HttpMethod.Post;
        var isSafe = method == HttpMethod.Get || (_values.Flag(safe?.Value) ?? false);
        return _targets.Read(work.Value) is { } target
            ? new(method, target.Upstream, target.Template, target.Place, body, TextPlace((json ?? work).Value), isSafe)
            : null;
    }

    private ImmutableArray<OnRule> ReadOn(Member? on, SourceWork work)
    {
        var rules = new OnReader(problems).Read(on?.Value);
        if (on is not null && work is SourceWork.HttpCall { Safe: false } && rules.Any(rule => rule.Effect == OnEffect.Retry))
        {
            problems.Warning(
                on.KeyPlace,
                "`retry` for a call that is not safe",
                "`safe: true`: other calls are not repeated once they may have been sent");
        }

        return rules;
    }

    private void Refuse(Member? member, string found, string expected)
    {
        if (member is not null)
        {
            problems.Error(member.KeyPlace, found, expected);
        }
    }

    private static Place TextPlace(Node node) => (node as ScalarNode)?.TextPlace ?? node.Place;

    /// <summary>The settings that are about an answer, so that a source without a call has none of them.</summary>
    private sealed class AnswerSettings(MappingReader map)
    {
        public Member? Select { get; } = map.TakeMember("select");

        public Member? Check { get; } = map.TakeMember("check");

        public Member? On { get; } = map.TakeMember("on");

        public Member? Within { get; } = map.TakeMember("within");

        public Member? Cache { get; } = map.TakeMember("cache");

        public Member? Tags { get; } = map.TakeMember("tags");

        public void Refuse(ProblemList problems)
        {
            foreach (var member in new[] { Select, Check, On, Within, Cache, Tags }.OfType<Member>())
            {
                problems.Error(
                    member.KeyPlace,
                    $"`{member.Key}` beside `value`, which calls nothing",
                    $"`{member.Key}` beside a call only");
            }
        }
    }
}
