using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Planning;

namespace Aggregator.Silo.Definitions;

/// <summary>What a folder of definitions came to.</summary>
/// <param name="Files">The files read.</param>
/// <param name="Plans">The plans; null when a problem is an error.</param>
/// <param name="Problems">Every problem, in the order of their places.</param>
internal sealed record FolderReading(ImmutableArray<DefinitionFile> Files, PlanSet? Plans, ImmutableArray<Problem> Problems)
{
    /// <summary>Reads, loads and plans a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="secrets">Where <c>${…}</c> gets its values.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static FolderReading Of(string folder, ISecretSource secrets)
    {
        var files = DefinitionFolder.Read(folder);
        var loaded = DefinitionLoader.Load(files, secrets);
        if (loaded.Definitions is not { } definitions) return new(files, null, loaded.Problems);

        var planned = Planner.Plan(definitions);
        return new(files, planned.Plans, InOrder(loaded.Problems.Concat(planned.Problems)));
    }

    /// <summary>By place, as one reads the files: whoever mends them does not care which step found what.</summary>
    private static ImmutableArray<Problem> InOrder(IEnumerable<Problem> problems) =>
    [
        .. problems.OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place.Line)
            .ThenBy(problem => problem.Place.Column),
    ];
}
