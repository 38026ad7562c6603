namespace Aggregator.HttpCaching;

/// <summary>Whether and how a stored response answers a request (RFC 9111 §4).</summary>
public static class Reuse
{
    /// <summary>Decides on a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="stored">Everything stored under the request's key, its variants in any order.</param>
    /// <param name="policy">By whose rules.</param>
    /// <param name="now">The time.</param>
    public static ReuseDecision Decide(CacheRequest request, IReadOnlyList<StoredResponse> stored, CachePolicy policy, Moment now)
    {
        var demands = RequestDirectives.Of(request, policy);
        var decision = Judge(request, stored, policy, demands, now);
        return demands.OnlyIfCached && decision is (ReuseDecision.Miss or ReuseDecision.MustRevalidate)
            ? new ReuseDecision.GatewayTimeout()
            : decision;
    }

    /// <summary>
    /// The stored response that a request is about: visible to this reader, selected by the same fields, and the most recent one by
    /// its Date if there are several (RFC 9111 §4). Null if there is none.
    /// </summary>
    public static StoredResponse? Choose(CacheRequest request, IReadOnlyList<StoredResponse> stored, CachePolicy policy)
    {
        StoredResponse? best = null;
        foreach (var candidate in stored)
        {
            if (Vary.Matches(candidate.Selecting, request.Fields)
                && (best is null || IsLater(candidate, best))
                && Storability.IsVisible(candidate, policy))
                best = candidate;
        }
        return best;
    }

    private static bool IsLater(StoredResponse one, StoredResponse other) =>
        one.Date != other.Date ? one.Date > other.Date : one.ReceivedAt.Steady > other.ReceivedAt.Steady;

    private static ReuseDecision Judge(
        CacheRequest request, IReadOnlyList<StoredResponse> stored, CachePolicy policy, RequestDirectives demands, Moment now)
    {
        if (!request.IsRead)
            return new ReuseDecision.Miss(MissReason.Method);
        if (demands.NoStore)
            return new ReuseDecision.Miss(MissReason.RequestNoStore);
        if (Choose(request, stored, policy) is not { } chosen)
            return new ReuseDecision.Miss(AnyVisible(stored, policy) ? MissReason.OtherVariant : MissReason.NothingStored);

        var age = Freshness.Age(chosen, policy, now);
        var lifetime = Freshness.Lifetime(chosen, policy);
        if (WhyNotAsItIs(request, chosen, policy, demands) is { } why)
            return new ReuseDecision.MustRevalidate(chosen, why, age, lifetime);
        var past = age - lifetime.Span; // §4.2: fresh means lifetime > age
        return past < TimeSpan.Zero
            ? JudgeFresh(chosen, demands, age, lifetime)
            : JudgeStale(chosen, policy, demands, age, lifetime, past);
    }

    private static ValidationReason? WhyNotAsItIs(
        CacheRequest request, StoredResponse chosen, CachePolicy policy, RequestDirectives demands)
    {
        if (request.Revalidate)
            return ValidationReason.Asked;
        if (policy.Fixed is null && chosen.Head.Directives(policy.Sharing).NoCache)
            return ValidationReason.NoCache;
        return demands.NoCache ? ValidationReason.RequestNoCache : null;
    }

    private static ReuseDecision JudgeFresh(
        StoredResponse chosen, RequestDirectives demands, TimeSpan age, FreshnessLifetime lifetime)
    {
        if (IsTooOld(demands, age))
            return new ReuseDecision.MustRevalidate(chosen, ValidationReason.RequestMaxAge, age, lifetime);
        if (lifetime.Span - age < demands.MinFresh) // §5.2.1.3
            return new ReuseDecision.MustRevalidate(chosen, ValidationReason.RequestMinFresh, age, lifetime);
        return new ReuseDecision.Fresh(chosen, age, lifetime);
    }

    // §4.2.4: a stale response only where nothing forbids it and something allows it.
    private static ReuseDecision JudgeStale(
        StoredResponse chosen, CachePolicy policy, RequestDirectives demands, TimeSpan age, FreshnessLifetime lifetime, TimeSpan past)
    {
        if (StaleRules.Forbidden(chosen.Head, policy) is { } forbidden)
            return new ReuseDecision.MustRevalidate(chosen, forbidden, age, lifetime);
        if (past <= demands.MaxStale) // §5.2.1.1: max-stale also lifts max-age
            return new ReuseDecision.StaleByRequest(chosen, age, lifetime);
        if (IsTooOld(demands, age))
            return new ReuseDecision.MustRevalidate(chosen, ValidationReason.RequestMaxAge, age, lifetime);
        if (demands.MinFresh is not null)
            return new ReuseDecision.MustRevalidate(chosen, ValidationReason.RequestMinFresh, age, lifetime);
        var window = StaleRules.WhileRevalidate(chosen.Head, policy);
        return past < window
            ? new ReuseDecision.StaleWhileRevalidate(chosen, age, lifetime, window)
            : new ReuseDecision.MustRevalidate(chosen, ValidationReason.Stale, age, lifetime);
    }

    // §5.2.1.1; an age is never quite zero, and max-age=0 asks for a validation.
    private static bool IsTooOld(RequestDirectives demands, TimeSpan age) =>
        demands.MaxAge is { } greatest && (age > greatest || greatest == TimeSpan.Zero);

    private static bool AnyVisible(IReadOnlyList<StoredResponse> stored, CachePolicy policy)
    {
        foreach (var candidate in stored)
        {
            if (Storability.IsVisible(candidate, policy))
                return true;
        }
        return false;
    }
}
