using System.Diagnostics.CodeAnalysis;

namespace Aggregator.Definitions;

/// <summary>Where <c>${…}</c> in an upstream's settings gets its values: the host's environment and files, or a test's table.</summary>
public interface ISecretSource
{
    /// <summary>
    /// The key under which values are digested into an upstream's hash. All nodes of a cluster need the same one, or their hashes differ;
    /// without it nobody can tell a value from its digest by trying likely values.
    /// </summary>
    ReadOnlyMemory<byte> DigestKey { get; }

    /// <summary>Looks an environment variable up; one that is set to nothing counts as there.</summary>
    /// <param name="name">The variable's name.</param>
    /// <param name="value">Its value.</param>
    bool TryGetVariable(string name, [NotNullWhen(true)] out string? value);

    /// <summary>Reads a file of text; false when it does not exist or cannot be read.</summary>
    /// <param name="path">The path as the definition writes it.</param>
    /// <param name="value">Its whole text.</param>
    bool TryReadFile(string path, [NotNullWhen(true)] out string? value);
}
