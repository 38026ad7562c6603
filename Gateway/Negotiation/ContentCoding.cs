namespace Aggregator.Gateway.Negotiation;

/// <summary>A content coding (RFC 9110 §8.4.1) that answers can be given in.</summary>
internal enum ContentCoding
{
    /// <summary>None.</summary>
    Identity,

    /// <summary><c>gzip</c>.</summary>
    Gzip,

    /// <summary><c>br</c> (RFC 7932).</summary>
    Brotli,
}
