using System.Collections.Immutable;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>
/// The directives of a response that hold for one kind of cache: those of CDN-Cache-Control where a shared cache finds it valid, else
/// those of Cache-Control (RFC 9213 §2.1).
/// </summary>
public sealed record ResponseDirectives
{
    /// <summary>Whether they come from CDN-Cache-Control; then Expires does not count either (RFC 9213 §2.1).</summary>
    public bool Targeted { get; init; }

    /// <summary>Whether the field breaks its grammar.</summary>
    public bool Malformed { get; init; }

    /// <summary>RFC 9111 §5.2.2.5.</summary>
    public bool NoStore { get; init; }

    /// <summary>RFC 9111 §5.2.2.4; its form with field names counts as the one without, as the section allows.</summary>
    public bool NoCache { get; init; }

    /// <summary>RFC 9111 §5.2.2.7, for a shared cache; its form with field names counts as the one without.</summary>
    public bool Private { get; init; }

    /// <summary>RFC 9111 §5.2.2.9.</summary>
    public bool Public { get; init; }

    /// <summary>RFC 9111 §5.2.2.2.</summary>
    public bool MustRevalidate { get; init; }

    /// <summary>RFC 9111 §5.2.2.8, for a shared cache.</summary>
    public bool ProxyRevalidate { get; init; }

    /// <summary>RFC 9111 §5.2.2.3.</summary>
    public bool MustUnderstand { get; init; }

    /// <summary>RFC 9111 §5.2.2.1; null if absent, zero if invalid.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>RFC 9111 §5.2.2.10, for a shared cache; null if absent, zero if invalid.</summary>
    public TimeSpan? SharedMaxAge { get; init; }

    /// <summary>RFC 5861 §3; null if absent or invalid.</summary>
    public TimeSpan? StaleWhileRevalidate { get; init; }

    /// <summary>RFC 5861 §4; null if absent or invalid.</summary>
    public TimeSpan? StaleIfError { get; init; }

    /// <summary>Reads the directives of a response for a cache of this kind.</summary>
    public static ResponseDirectives Of(HeaderFields fields, CacheSharing sharing)
    {
        bool shared = sharing == CacheSharing.Shared;
        var targeted = shared ? ReadTargeted(fields) : null;
        var field = targeted ?? CacheControl.Parse(fields.Values("Cache-Control"));
        return new()
        {
            Targeted = targeted is not null,
            Malformed = field.Malformed,
            NoStore = field.Has("no-store"),
            NoCache = field.Has("no-cache"),
            Private = shared && field.Has("private"),
            Public = field.Has("public"),
            MustRevalidate = field.Has("must-revalidate"),
            ProxyRevalidate = shared && field.Has("proxy-revalidate"),
            MustUnderstand = field.Has("must-understand"),
            MaxAge = field.Lifetime("max-age"),
            SharedMaxAge = shared ? field.Lifetime("s-maxage") : null,
            StaleWhileRevalidate = field.Allowance("stale-while-revalidate"),
            StaleIfError = field.Allowance("stale-if-error"),
        };
    }

    // RFC 9213 §2.1: an empty field, or one that is no dictionary, is as if it were not there; parameters mean nothing.
    private static CacheControl? ReadTargeted(HeaderFields fields)
    {
        if (!fields.Contains("CDN-Cache-Control")
            || !StructuredDictionary.TryParse(fields.Values("CDN-Cache-Control"), out var members)
            || members.IsEmpty)
            return null;
        var directives = ImmutableArray.CreateBuilder<CacheDirective>(members.Length);
        foreach (var member in members)
        {
            if (member.Kind != StructuredKind.False)
                directives.Add(new(member.Key, ArgumentOf(member)));
        }
        return CacheControl.Of(directives.ToImmutable());
    }

    // Seconds are integers there (RFC 9213 §2.1). A value of another kind keeps its mark, so that it is read as no number.
    private static string? ArgumentOf(StructuredMember member) => member.Kind switch
    {
        StructuredKind.True => null,
        StructuredKind.Integer => member.Text,
        var kind => $"{kind}:{member.Text}",
    };
}
