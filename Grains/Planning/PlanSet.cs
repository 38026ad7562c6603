using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>The plans of one folder of definitions.</summary>
/// <param name="Definitions">The definitions.</param>
/// <param name="Reports">The plans by the names of their reports.</param>
public sealed record PlanSet(DefinitionSet Definitions, ImmutableDictionary<string, ReportPlan> Reports);
