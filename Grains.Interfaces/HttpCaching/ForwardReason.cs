namespace Aggregator.HttpCaching;

/// <summary>Why a request went to the upstream (RFC 9211 §2.2).</summary>
public enum ForwardReason
{
    /// <summary>The cache was told not to handle it: <c>bypass</c>.</summary>
    Bypass,

    /// <summary>The method is not answered from the store: <c>method</c>.</summary>
    Method,

    /// <summary>Nothing is stored for the URI: <c>uri-miss</c>.</summary>
    UriMiss,

    /// <summary>Only other variants are stored: <c>vary-miss</c>.</summary>
    VaryMiss,

    /// <summary>Nothing stored will do, and it is not told why: <c>miss</c>.</summary>
    Miss,

    /// <summary>The request's directives ask for it: <c>request</c>.</summary>
    Request,

    /// <summary>What is stored has to be confirmed: <c>stale</c>.</summary>
    Stale,

    /// <summary>A part is stored, but not the one wanted: <c>partial</c>.</summary>
    Partial,
}
