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

    // RFC 9110 §7.6.1: naming these in Connection is never right; a cache that dropped them would share what is not to be shared.
    private static readonly FrozenSet<string> ForEverybody = FrozenSet.ToFrozenSet(
        ["Age", "Cache-Control", "CDN-Cache-Control", "Date", "ETag", "Expires", "Last-Modified", "Vary"],
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
        if (options.Count == 0)
            return null;
        var named = new HashSet<string>(options, StringComparer.OrdinalIgnoreCase);
        named.ExceptWith(ForEverybody);
        return named;
    }
}
