using System.Collections.Frozen;

namespace Aggregator.Identity;

/// <summary>The request headers by which a client says who it is: what an upstream answers to them may be for that client alone.</summary>
public static class CredentialHeader
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Authorization", "Cookie", "X-Api-Key", "Api-Key", "X-Auth-Token", "X-Access-Token", "X-Csrf-Token", "X-Amz-Security-Token");

    /// <summary>Whether a header carries a credential.</summary>
    /// <param name="name">The header's name, in any case.</param>
    public static bool Is(string name) => Names.Contains(name);
}
