using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Aggregator.Definitions;

namespace Aggregator.Silo.Definitions;

/// <summary>The host's environment and files as the source of <c>${…}</c>.</summary>
/// <param name="clusterSecret">What the nodes of one cluster have in common, so that their digests agree.</param>
/// <param name="further">Variables that the host adds to its environment.</param>
internal sealed class HostSecrets(string clusterSecret, IReadOnlyDictionary<string, string> further) : ISecretSource
{
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> DigestKey { get; } = SHA256.HashData(Encoding.UTF8.GetBytes("definition secrets of " + clusterSecret));

    /// <inheritdoc/>
    public bool TryGetVariable(string name, [NotNullWhen(true)] out string? value)
    {
        value = Environment.GetEnvironmentVariable(name) ?? further.GetValueOrDefault(name);
        return value is not null;
    }

    /// <inheritdoc/>
    public bool TryReadFile(string path, [NotNullWhen(true)] out string? value)
    {
        try
        {
            value = File.ReadAllText(path);
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            value = null;
            return false;
        }
    }
}
