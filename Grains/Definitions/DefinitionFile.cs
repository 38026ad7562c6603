namespace Aggregator.Definitions;

/// <summary>One file of definitions, as read.</summary>
/// <param name="Path">The path relative to the folder, with forward slashes; the extension tells YAML (.yaml, .yml) from JSON (.json).</param>
/// <param name="Utf8">The file's bytes.</param>
public sealed record DefinitionFile(string Path, ReadOnlyMemory<byte> Utf8);
