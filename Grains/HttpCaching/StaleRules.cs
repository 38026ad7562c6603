namespace Aggregator.HttpCaching;

/// <summary>What allows and what forbids serving a response past its lifetime (RFC 9111 §4.2.4, RFC 5861).</summary>
internal static class StaleRules
{
    /// <summary>The directive that forbids it; null if none does. The operator's own lifetime stands above the directives.</summary>
    public static ValidationReason? Forbidden(ResponseHead head, CachePolicy policy)
    {
        if (policy.Fixed is not null)
            return null;
        var directives = head.Directives(policy.Sharing);
        return directives switch
        {
            { NoCache: true } => ValidationReason.NoCache,
            { MustRevalidate: true } => ValidationReason.MustRevalidate,
            { ProxyRevalidate: true } => ValidationReason.ProxyRevalidate,
            { SharedMaxAge: not null } => ValidationReason.SharedMaxAge, // §5.2.2.10: has the meaning of proxy-revalidate
            _ => null,
        };
    }

    /// <summary>How long past its lifetime a response may be served while it is refreshed (RFC 5861 §3); zero for not at all.</summary>
    public static TimeSpan WhileRevalidate(ResponseHead head, CachePolicy policy) =>
        policy.Fixed?.Stale ?? head.Directives(policy.Sharing).StaleWhileRevalidate ?? TimeSpan.Zero;

    /// <summary>
    /// How long past its lifetime a response may be served when the upstream fails (RFC 5861 §4): what the response allows or what
    /// the client does, whichever is more. Null if nobody allows it.
    /// </summary>
    public static TimeSpan? OnError(ResponseHead head, CachePolicy policy, RequestDirectives demands)
    {
        var offered = policy.Fixed is { } @fixed
            ? (@fixed.StaleOnError > TimeSpan.Zero ? @fixed.StaleOnError : null)
            : head.Directives(policy.Sharing).StaleIfError;
        return offered is null || demands.StaleIfError > offered ? demands.StaleIfError ?? offered : offered;
    }
}
