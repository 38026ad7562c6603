using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Identity;

namespace Aggregator.Planning;

/// <summary>The names of one report: what each stands for, and who may use it.</summary>
internal sealed class ReportNames
{
    private readonly ImmutableHashSet<string> _parameters;
    private readonly ImmutableHashSet<string> _constants;
    private readonly Dictionary<string, int> _sources;

    public ReportNames(ReportDefinition report)
    {
        _parameters = report.Parameters.Select(parameter => parameter.Name).ToImmutableHashSet();
        _constants = report.Constants.Select(constant => constant.Name).ToImmutableHashSet();
        _sources = report.Sources.Select((source, i) => (source.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i);
    }

    /// <summary>What is wrong with a use of a name, or null.</summary>
    /// <param name="use">The use.</param>
    /// <param name="source">The source that it is in; null for the result.</param>
    public Problem? Check(NameUse use, SourceDefinition? source)
    {
        if (use.Name == NameUses.Whole)
        {
            return use.Scope == NameScope.Result
                ? null
                : new(Severity.Error, use.Place, $"`@` as a value in {use.Reason}", "the names of what it needs: `@` would wait for everything, itself included");
        }

        if (Visible(use.Scope, source).Contains(use.Name)) return null;
        var near = NearNames.Of(use.Name, Visible(use.Scope, source));
        return new(
            Severity.Error,
            use.Place,
            $"unknown name `{use.Name}` in {use.Reason}",
            "the name of a parameter, a constant or a source" + (use.Scope == NameScope.Inner ? ", or one from `with`" : ""),
            near.Count == 0 ? null : $"did you mean {string.Join(" or ", near.Select(name => $"`{name}`"))}?");
    }

    /// <summary>What a source waits for, and why.</summary>
    public ImmutableArray<Dependency> Needs(IEnumerable<NameUse> uses) =>
    [
        .. uses.Where(use => _sources.ContainsKey(use.Name))
            .GroupBy(use => use.Name)
            .Select(group => new Dependency(_sources[group.Key], group.Key, [.. group.Select(use => use.Reason).Distinct()]))
            .OrderBy(dependency => dependency.Source),
    ];

    /// <summary>The names a source's template can use that come from the request alone, each with the parameters it comes from.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> RequestBorn(SourceDefinition source)
    {
        var born = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        foreach (var parameter in _parameters) born[parameter] = [parameter];
        foreach (var constant in _constants) born[constant] = [];
        foreach (var with in source.With)
        {
            var names = NameUses.Of(with.Value).ToList();
            if (names.Any(name => !_parameters.Contains(name) && !_constants.Contains(name))) continue;
            born[with.Name] = [.. names.Where(_parameters.Contains).Distinct()];
        }

        return born.ToImmutable();
    }

    private IEnumerable<string> Visible(NameScope scope, SourceDefinition? source)
    {
        var outer = _parameters.Concat(_constants).Concat(_sources.Keys);
        return scope switch
        {
            NameScope.Outer => outer,
            NameScope.Inner => outer.Concat(With(source)),
            NameScope.Answer => outer.Concat(With(source)).Append("response"),
            NameScope.Result => outer.Append("_sources"),
            _ => throw new InvalidOperationException($"No names are known for {scope}."),
        };
    }

    private static IEnumerable<string> With(SourceDefinition? source) => source is null ? [] : source.With.Select(with => with.Name);
}
