namespace Aggregator.HttpCaching;

/// <summary>Why a stored response does not stand in for an upstream that fails.</summary>
public enum StaleRefusal
{
    /// <summary>The upstream's answer is no failure (RFC 5861 §4).</summary>
    NotAnError,

    /// <summary>A directive forbids serving it unconfirmed (RFC 9111 §4.2.4).</summary>
    Forbidden,

    /// <summary>Nothing allows it: neither the response, nor the client, nor the definition.</summary>
    NotAllowed,

    /// <summary>It is past the limit that was allowed (RFC 5861 §4).</summary>
    PastLimit,
}
