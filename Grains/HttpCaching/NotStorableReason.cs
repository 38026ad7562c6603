namespace Aggregator.HttpCaching;

/// <summary>Why a response is not kept.</summary>
public enum NotStorableReason
{
    /// <summary>
    /// The method's answers are not kept (RFC 9111 §3); a POST's neither, unless it says that it stands for its own URI
    /// (RFC 9110 §9.3.3).
    /// </summary>
    Method,

    /// <summary>The client said no-store (RFC 9111 §5.2.1.5).</summary>
    RequestNoStore,

    /// <summary>The status is not final (RFC 9111 §3).</summary>
    InterimStatus,

    /// <summary>The body was cut off, or is not as long as Content-Length says (RFC 9111 §3.3).</summary>
    Incomplete,

    /// <summary>It is a part only (RFC 9111 §3.4 leaves keeping parts to the cache).</summary>
    Partial,

    /// <summary>A 304 updates what is stored and is not kept itself (RFC 9111 §4.3.4).</summary>
    NotModified,

    /// <summary>Only successes are kept under a fixed lifetime.</summary>
    NotOk,

    /// <summary>Its Cache-Control breaks the grammar: what it forbids is not known, so nothing is allowed (RFC 9111 §4.2.1).</summary>
    MalformedCacheControl,

    /// <summary>must-understand with a status that is not (RFC 9111 §5.2.2.3).</summary>
    StatusNotUnderstood,

    /// <summary>The no-store directive (RFC 9111 §5.2.2.5).</summary>
    NoStore,

    /// <summary>The private directive, in a shared cache (RFC 9111 §5.2.2.7).</summary>
    Private,

    /// <summary>A client's credential went into the request and nothing allows sharing the answer (RFC 9111 §3.5).</summary>
    Credential,

    /// <summary>It varies by more than request fields: no request would match it (RFC 9111 §4.1).</summary>
    VaryAny,

    /// <summary>The status is not cacheable by default and nothing marks the response as cacheable (RFC 9111 §3).</summary>
    StatusNotCacheable,

    /// <summary>It is not fresh by anything and has no validator: nothing could ever make it usable.</summary>
    NothingToReuseBy,
}
