using System.Collections.Immutable;
using Aggregator.Definitions;

namespace Aggregator.Silo.Definitions;

/// <summary>Reads a folder of definition files.</summary>
internal static class DefinitionFolder
{
    /// <summary>Reads every definition file in a folder and below. Names that begin with a dot are passed over, as are links that lead out of it.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or a file may not be read.</exception>
    public static ImmutableArray<DefinitionFile> Read(string folder)
    {
        var root = RealPath(new DirectoryInfo(Path.GetFullPath(folder)));
        return
        [
            .. Directory.EnumerateFiles(root, "*", Recursive)
                .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
                .Where(file => Extensions.Contains(Path.GetExtension(file.Name).ToLowerInvariant()) && !file.Name.Split('/').Any(part => part.StartsWith('.')))
                .Where(file => RealPath(new FileInfo(file.Path)).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new DefinitionFile(file.Name, File.ReadAllBytes(file.Path))),
        ];
    }

    /// <summary>Where something really is: a link's final target, in a folder that may itself be one.</summary>
    private static string RealPath(FileSystemInfo entry)
    {
        var target = entry.ResolveLinkTarget(returnFinalTarget: true) ?? entry;
        var parent = Path.GetDirectoryName(target.FullName);
        return parent is null ? target.FullName : Path.Combine(RealPath(new DirectoryInfo(parent)), target.Name);
    }

    private static readonly EnumerationOptions Recursive = new() { RecurseSubdirectories = true, MaxRecursionDepth = 16, AttributesToSkip = FileAttributes.None };
    private static readonly ImmutableHashSet<string> Extensions = [".yaml", ".yml", ".json"];
}
