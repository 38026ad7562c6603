using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Definitions.Syntax;
using Aggregator.Identity;
using Aggregator.JmesPath;
using Aggregator.Shaping;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads reports, each from the top-level map of its file.</summary>
/// <param name="upstreams">The names of all upstreams.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class ReportReader(IReadOnlySet<string> upstreams, ProblemList problems)
{
    private readonly ValueReader _values = new(problems);
    private readonly HeaderReader _headers = new(problems);
    private readonly ParameterReader _parameters = new(problems);
    private readonly RouteReader _routes = new(problems);
    private readonly CachingReader _caching = new(problems);

    /// <summary>Reads a report; null when it has no usable name.</summary>
    public ReportDefinition? Read(MappingNode node)
    {
        SecretText.Refuse(node, problems);
        var map = new MappingReader(node, "a report", problems);
        map.Take("format");
        var name = _values.String(map.Take("report"), "the report's name");
        var scope = new NameScope(problems);
        var parameters = ReadParameters(map.Take("parameters"), scope);
        var constants = ReadConstants(map.Take("constants"), scope);
        var deadline = _values.Duration(map.Take("deadline")) ?? ReportDefinition.DefaultDeadline;
        var within = ReadDefaults(map.Take("defaults"));
        var sources = ReadSources(map, scope, within, deadline);
        var result = map.TakeMember("result");
        var report = name is null ? null : new ReportDefinition
        {
            Name = name.Text,
            Place = name.Place,
            Summary = _values.String(map.Take("summary"), "one line of text")?.Text,
            Route = _routes.Read(map.Take("route"), parameters),
            Parameters = parameters,
            Constants = constants,
            Deadline = deadline,
            Forward = _headers.Names(map.Take("forward")),
            Caching = _caching.OfReport(map.Take("cache")),
            Tags = _caching.Tags(map.Take("tags")),
            Sources = sources,
            Result = new ExpressionReader(scope.Knows, problems).Shape(result?.Value) ?? EverySource(sources),
            ResultPlace = result?.Value.Place ?? name.Place,
            MaxDocument = _values.Size(map.Take("maxDocument")) ?? ReportDefinition.DefaultMaxDocument,
            Hash = DefinitionHash.OfReport(node),
        };
        map.Close(LaterKeys.Report);
        return report;
    }

    private ImmutableArray<ParameterDescriptor> ReadParameters(Node? node, NameScope scope)
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterDescriptor>();
        foreach (var member in _values.Members(node, "a map of parameters by name")?.Members ?? [])
        {
            scope.Declare(member, "a parameter");
            if (_parameters.Read(member) is { } parameter)
            {
                parameters.Add(parameter);
                foreach (var problem in ParameterDescriptorCheck.Check(parameter))
                {
                    problems.Error(PlaceOf(member, problem.Key), $"{problem.Found} in `{problem.Key}`", problem.Expected);
                }
            }
        }

        return parameters.DrainToImmutable();
    }

    /// <summary>Where a key such as <c>items.minimum</c> or <c>enum.2</c> stands in a declaration, or what of it there is.</summary>
    private static Place PlaceOf(Member parameter, string key)
    {
        var (place, node) = (parameter.KeyPlace, parameter.Value);
        foreach (var part in key.Split('.'))
        {
            if (node is MappingNode map && map.Members.FirstOrDefault(member => member.Key == part) is { } member)
            {
                (place, node) = (member.Value.Place, member.Value);
            }
            else if (node is SequenceNode list && int.TryParse(part, CultureInfo.InvariantCulture, out var at) && at < list.Elements.Length)
            {
                (place, node) = (list.Elements[at].Place, list.Elements[at]);
            }
        }

        return place;
    }

    private ImmutableArray<NamedConstant> ReadConstants(Node? node, NameScope scope)
    {
        var constants = ImmutableArray.CreateBuilder<NamedConstant>();
        foreach (var member in _values.Members(node, "a map of literals by name")?.Members ?? [])
        {
            scope.Declare(member, "a constant");
            constants.Add(new(member.Key, JsonValue.FromChecked(CanonicalText.Literal(member.Value)), member.KeyPlace));
        }

        return constants.DrainToImmutable();
    }

    private TimeSpan? ReadDefaults(Node? node)
    {
        if (_values.Map(node, "defaults", "a map of settings for every source") is not { } map)
        {
            return null;
        }

        var within = _values.Duration(map.Take("within"));
        map.Close();
        return within;
    }

    private ImmutableArray<SourceDefinition> ReadSources(MappingReader map, NameScope scope, TimeSpan? within, TimeSpan deadline)
    {
        const string Expected = "a map of sources by name, at least one";
        var node = map.Take("sources");
        if (node is null or MappingNode { Members.IsEmpty: true })
        {
            problems.Error(node?.Place ?? map.Place, "a report without sources", Expected);
            return [];
        }

        var members = _values.Members(node, Expected)?.Members ?? [];
        foreach (var member in members)
        {
            scope.Declare(member, "a source");
        }

        var reader = new SourceReader(scope, upstreams, within, problems);
        ImmutableArray<SourceDefinition> sources = [.. members.Select(reader.Read).OfType<SourceDefinition>()];
        foreach (var source in sources.Where(source => source.Within > deadline))
        {
            problems.Warning(
                source.Place, $"`{source.Name}`, whose `within` is longer than the report's deadline", "a `within` that can end before it");
        }

        return sources;
    }

    /// <summary>The document of a report without <c>result</c>. Quoted: a source may be named like a word of the language.</summary>
    private static Shape.Object EverySource(ImmutableArray<SourceDefinition> sources) => new(
    [
        .. sources.Select(source => KeyValuePair.Create<string, Shape>(
            source.Name,
            Expression.TryParse($"\"{source.Name}\"", out var expression, out _) && expression is not null
                ? new Shape.Computed(expression)
                : new Shape.Literal(JsonValue.Null))),
    ]);
}
