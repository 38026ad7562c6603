using System.Collections.Frozen;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>Takes away the fields that concern one connection only, so that neither the next one nor the store sees them.</summary>
public static class HopByHop
{
    // RFC 9110 §7.6.1; Trailer goes with the trailers, which are not kept.
    private static readonly FrozenSet<string> Connection = FrozenSet.ToFrozenSet(
        ["Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade"],
        StringComparer.OrdinalIgnoreCase);

    // RFC 9111 §3.1: about one proxy and its client; nobody else may see them from a store.
    private static readonly FrozenSet<string> Proxy = FrozenSet.ToFrozenSet(
        ["Proxy-Authenticate", "Proxy-Authentication-Info", "Proxy-Authorization"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A message's fields without those of its connection, those that Connection names, and those about a proxy. The same holds for
    /// requests and for responses.
    /// </summary>
    public static HeaderFields Remove(HeaderFields fields)
    {
        var named = Named(fields);
        return fields.Without(name => Connection.Contains(name) || Proxy.Contains(name) || named?.Contains(name) == true);
    }

    // RFC 9110 §7.6.1: what Connection names is the connection's, too.
    private static HashSet<string>? Named(HeaderFields fields)
    {
        var options = FieldSyntax.Members(fields.Values("Connection"));
        return options.Count == 0 ? null : new(options, StringComparer.OrdinalIgnoreCase);
    }
}
