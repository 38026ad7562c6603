using System.Collections.Immutable;
using Aggregator.Identity;
using Aggregator.JmesPath;
using Aggregator.Planning;

namespace Aggregator.Shaping;

/// <summary>What the names of one compile stand for: parameters and constants from the start, sources as they land.</summary>
public sealed class ReportScope
{
    private readonly ReportPlan _plan;
    private readonly ImmutableDictionary<string, JsonValue> _inputs;
    private readonly IReadOnlyList<SourceOutcome?> _outcomes;

    private ReportScope(ReportPlan plan, ImmutableDictionary<string, JsonValue> inputs, IReadOnlyList<SourceOutcome?> outcomes) =>
        (_plan, _inputs, _outcomes) = (plan, inputs, outcomes);

    /// <summary>The scope of a compile.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="parameters">The bound parameters.</param>
    /// <param name="outcomes">The outcomes by position; read when a name is looked up, not now.</param>
    public static ReportScope Of(ReportPlan plan, CanonicalParameters parameters, IReadOnlyList<SourceOutcome?> outcomes) => new(
        plan,
        JsonValue.FromChecked(parameters.Utf8).Members
            .Concat(plan.Definition.Constants.Select(constant => KeyValuePair.Create(constant.Name, constant.Value)))
            .ToImmutableDictionary(),
        outcomes);

    /// <summary>The same names over other outcomes.</summary>
    /// <param name="outcomes">The outcomes by position.</param>
    public ReportScope Over(IReadOnlyList<SourceOutcome?> outcomes) => new(_plan, _inputs, outcomes);

    /// <summary>What a source may see: the names that it uses, of those that are there.</summary>
    /// <param name="source">The source; all that it needs has landed.</param>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> NamesFor(PlannedSource source) =>
        [.. InputsFor(source), .. source.Needs.Select(need => KeyValuePair.Create(need.Name, Landed(need.Source).Value))];

    /// <summary>Those of the names that the request and the definition give.</summary>
    /// <param name="source">The source.</param>
    public IReadOnlyList<KeyValuePair<string, JsonValue>> InputsFor(PlannedSource source) =>
        [.. _inputs.Where(input => source.Names.Contains(input.Key))];

    /// <summary>Whether something that a source needs is missing from the document, so that a null it gave means nothing.</summary>
    /// <param name="source">The source; all that it needs has landed.</param>
    public bool IsMissingFor(PlannedSource source) => source.Needs.Any(need => Landed(need.Source).Missing);

    /// <summary>What the result may see: every name, and <c>_sources</c>.</summary>
    public ExpressionScope ForResult()
    {
        var names = _inputs.ToList();
        var states = new List<KeyValuePair<string, JsonValue>>(_outcomes.Count);
        foreach (var source in _plan.Sources)
        {
            var outcome = Landed(source.Index);
            names.Add(new(source.Definition.Name, outcome.Value));
            states.Add(new(source.Definition.Name, State(outcome)));
        }

        names.Add(new("_sources", JsonValue.FromObject(states)));
        return ExpressionScope.Of(names);
    }

    private SourceOutcome Landed(int source) =>
        _outcomes[source] ?? throw new InvalidOperationException($"{_plan.Sources[source].Definition.Name} has not landed.");

    private static JsonValue State(SourceOutcome outcome) => JsonValue.FromObject(
    [
        new("state", JsonValue.FromString(outcome.State.ToString().ToLowerInvariant())),
        new("error", outcome.Error is null ? JsonValue.Null : JsonValue.FromString(outcome.Error)),
    ]);
}
