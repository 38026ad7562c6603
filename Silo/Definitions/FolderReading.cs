using System.Collections.Immutable;
using Aggregator.Definitions;
using Aggregator.Planning;

namespace Aggregator.Silo.Definitions;

/// <summary>What a folder of definitions came to.</summary>
/// <param name="Files">The files read.</param>
/// <param name="Plans">The plans; null when a problem is an error.</param>
/// <param name="Problems">Every problem.</param>
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
        return new(files, planned.Plans, [.. loaded.Problems, .. planned.Problems]);
    }
}
