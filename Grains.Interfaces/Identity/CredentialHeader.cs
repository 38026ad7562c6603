using System.Collections.Immutable;

namespace Aggregator.Identity;

/// <summary>Tells the header fields that say who is asking from all the others.</summary>
public static class CredentialHeader
{
    /// <summary>What the names of such fields hold: the standard ones (Authorization, Cookie), and what APIs call their own.</summary>
    private static readonly ImmutableArray<string> Words =
        ["auth", "cookie", "token", "api-key", "apikey", "secret", "session", "password", "credential", "signature"];

    /// <summary>
    /// Whether a field is taken for a credential. Too wide a net costs a shared call; too narrow a one would show somebody the answer to
    /// somebody else.
    /// </summary>
    /// <param name="name">The field's name, in any letter case.</param>
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
