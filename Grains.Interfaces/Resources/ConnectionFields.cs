using System.Collections.Frozen;

namespace Aggregator.Resources;

/// <summary>The header fields that concern one connection only, and go no further than it (RFC 9110 §7.6.1).</summary>
public static class ConnectionFields
{
    /// <summary>
    /// Trailer goes with the trailers, which are not kept. Those about a proxy are for it and its client alone (RFC 9111 §3.1).
    /// </summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "HTTP2-Settings", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
        "Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization");

    /// <summary>Naming these in Connection is never right; a cache that dropped them would share what is not to be shared.</summary>
    private static readonly FrozenSet<string> ForEverybody = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Age", "Cache-Control", "CDN-Cache-Control", "Date", "ETag", "Expires", "Last-Modified", "Vary");

    /// <summary>Whether a field is one of a connection's by its name alone.</summary>
    /// <param name="name">The field's name.</param>
    public static bool IsKnown(string name) => Known.Contains(name);

    /// <summary>The further fields of a connection, which a message's Connection field names.</summary>
    /// <param name="connection">The members of the Connection field.</param>
    /// <returns>The names, which compare without regard to letter case; null for none.</returns>
    public static IReadOnlySet<string>? Named(IReadOnlyCollection<string> connection)
    {
        if (connection.Count == 0)
            return null;
        var named = new HashSet<string>(connection, StringComparer.OrdinalIgnoreCase);
        named.ExceptWith(ForEverybody);
        return named;
    }
}
