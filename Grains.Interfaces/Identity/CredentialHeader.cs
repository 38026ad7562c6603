using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>The request headers by which a client says who it is: what an upstream answers to them may be for that client alone.</summary>
public static class CredentialHeader
{
    /// <summary>What the names of such headers hold: the standard ones (Authorization, Cookie), and what APIs call their own.</summary>
    private static readonly ImmutableArray<string> Words =
        ["auth", "cookie", "token", "api-key", "apikey", "secret", "session", "password", "credential", "signature"];

    /// <summary>
    /// Whether a header is taken for a credential. Too wide a net costs a shared call; too narrow a one would show somebody the answer to
    /// somebody else.
    /// </summary>
    /// <param name="name">The header's name, in any letter case.</param>
    public static bool Is(string name)
    {
        foreach (var word in Words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
