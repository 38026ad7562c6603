using System.Diagnostics.CodeAnalysis;
using Aggregator.Definitions;

namespace Aggregator.Tests.Definitions;

/// <summary>An environment and a file system of a few lines; a name that begins with a slash is a file.</summary>
internal sealed class SecretTable(IReadOnlyDictionary<string, string> values, string digestKey = "key") : ISecretSource
{
    public static SecretTable Empty { get; } = new(new Dictionary<string, string>());

    public ReadOnlyMemory<byte> DigestKey { get; } = System.Text.Encoding.UTF8.GetBytes(digestKey);

    public bool TryGetVariable(string name, [NotNullWhen(true)] out string? value) => values.TryGetValue(name, out value);

    public bool TryReadFile(string path, [NotNullWhen(true)] out string? value) => values.TryGetValue(path, out value);
}
