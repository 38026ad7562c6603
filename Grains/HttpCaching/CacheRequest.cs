using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>What a cache has to know of a request.</summary>
public sealed record CacheRequest
{
    /// <summary>The method, in the letter case it came with (methods are case-sensitive, RFC 9110 §9.1).</summary>
    public required string Method { get; init; }

    /// <summary>The target at the upstream, absolute.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The fields that would go to the upstream.</summary>
    public required HeaderFields Fields { get; init; }

    /// <summary>
    /// Whether a credential of the client's own goes into the call in any other place than Authorization, as a cookie or a key of
    /// the upstream's does.
    /// </summary>
    public bool ClientCredential { get; init; }

    /// <summary>Whether the definition declares this call a read: then it is cached as a GET is, its body being part of the key.</summary>
    public bool DeclaredRead { get; init; }

    /// <summary>Whether the upstream's confirmation is wanted, as by a report's <c>no-cache</c>, also where fields do not count.</summary>
    public bool Revalidate { get; init; }

    /// <summary>Whether the answer has no body.</summary>
    public bool IsHead => Method == "HEAD";

    /// <summary>Whether a stored response may answer it at all (RFC 9111 §4: the method must allow it).</summary>
    public bool IsRead => DeclaredRead || Method is "GET" or "HEAD";
}
