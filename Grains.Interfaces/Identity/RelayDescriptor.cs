using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>What of an upstream clients may reach through the relay.</summary>
[GenerateSerializer, Immutable, Alias("relay")]
public sealed record RelayDescriptor
{
    /// <summary>The methods allowed; empty for every one that can be relayed.</summary>
    [Id(0)]
    public required ImmutableArray<string> Methods { get; init; }

    /// <summary>
    /// The paths allowed with all that is below them, percent-encoded, each with a leading slash and none at the end; empty for every path.
    /// </summary>
    [Id(1)]
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>The longest body taken from a client or from the upstream, in bytes.</summary>
    [Id(2)]
    public required long MaxBody { get; init; }

    /// <summary>Whether a path is one of those allowed, or below one.</summary>
    /// <param name="path">
    /// The path as it was sent. Spelled otherwise than in the definition, with a character percent-encoded that need not be, it is not found:
    /// what an upstream makes of such a path is not for us to guess.
    /// </param>
    public bool Covers(ReadOnlySpan<char> path)
    {
        if (Paths.IsEmpty)
            return true;
        foreach (var allowed in Paths)
        {
            if (path.StartsWith(allowed, StringComparison.Ordinal) && (path.Length == allowed.Length || path[allowed.Length] == '/'))
                return true;
        }

        return false;
    }
}
