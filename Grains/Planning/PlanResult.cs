using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Planning;

/// <summary>Plans, or the problems that stand against them.</summary>
/// <param name="Plans">The plans; null when a problem is an error.</param>
/// <param name="Problems">Every problem, by place.</param>
public sealed record PlanResult(PlanSet? Plans, ImmutableArray<Problem> Problems);
