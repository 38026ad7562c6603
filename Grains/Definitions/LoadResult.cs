using System.Collections.Immutable;

namespace Aggregator.Definitions;

/// <summary>What a folder of definitions turned out to be.</summary>
/// <param name="Definitions">The definitions; null when any problem is an error.</param>
/// <param name="Problems">Everything that is wrong or looks wrong, by file and place.</param>
public sealed record LoadResult(DefinitionSet? Definitions, ImmutableArray<Problem> Problems);
