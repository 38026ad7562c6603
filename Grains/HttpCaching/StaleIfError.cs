namespace Aggregator.HttpCaching;

/// <summary>Whether a stored response stands in for an upstream that fails (RFC 5861 §4).</summary>
public abstract record StaleIfError
{
    private StaleIfError()
    {
    }

    /// <summary>The stored response answers the request.</summary>
    /// <param name="Age">How old it is.</param>
    /// <param name="Lifetime">How long it was fresh.</param>
    public sealed record Serve(TimeSpan Age, FreshnessLifetime Lifetime) : StaleIfError;

    /// <summary>The failure stands.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refuse(StaleRefusal Reason) : StaleIfError;

    /// <summary>Decides on the response that was to be confirmed when the upstream failed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stored">The stored response that it was about.</param>
    /// <param name="failure">What came from the upstream.</param>
    /// <param name="policy">By whose rules.</param>
    /// <param name="now">The time.</param>
    public static StaleIfError Decide(
        CacheRequest request, StoredResponse stored, UpstreamFailure failure, CachePolicy policy, Moment now)
    {
        if (!failure.IsError)
            return new Refuse(StaleRefusal.NotAnError);
        if (StaleRules.Forbidden(stored.Head, policy) is not null)
            return new Refuse(StaleRefusal.Forbidden);
        if (StaleRules.OnError(stored.Head, policy, RequestDirectives.Of(request, policy)) is not { } limit)
            return new Refuse(StaleRefusal.NotAllowed);
        var age = Freshness.Age(stored, policy, now);
        var lifetime = Freshness.Lifetime(stored, policy);
        return age - lifetime.Span < limit ? new Serve(age, lifetime) : new Refuse(StaleRefusal.PastLimit);
    }
}
