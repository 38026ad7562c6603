namespace Aggregator.HttpCaching;

/// <summary>Whose responses a cache keeps (RFC 9111 §1).</summary>
public enum CacheSharing
{
    /// <summary>Everybody's: what is stored for one may be given to another.</summary>
    Shared,

    /// <summary>One identity's: the caller's key keeps the identities apart.</summary>
    Private,
}
