using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>How long a response is fresh and how old it is (RFC 9111 §4.2).</summary>
public static class Freshness
{
    /// <summary>The part of the time since Last-Modified that a guessed lifetime is: a tenth, the typical one (RFC 9111 §4.2.2).</summary>
    public const double HeuristicFraction = 0.1;

    /// <summary>What no guessed lifetime exceeds: a day.</summary>
    public static readonly TimeSpan HeuristicLimit = TimeSpan.FromDays(1);

    /// <summary>A stored response's lifetime under a policy.</summary>
    public static FreshnessLifetime Lifetime(StoredResponse stored, CachePolicy policy) =>
        Lifetime(stored.Head, stored.ReceivedAt.Wall, policy);

    /// <summary>A response's lifetime under a policy (RFC 9111 §4.2.1).</summary>
    /// <param name="head">The response.</param>
    /// <param name="receivedAt">When it came, for want of a Date.</param>
    /// <param name="policy">By whose rules.</param>
    public static FreshnessLifetime Lifetime(ResponseHead head, DateTimeOffset receivedAt, CachePolicy policy)
    {
        if (policy.Fixed is { } @fixed)
            return new(@fixed.Fresh, LifetimeBasis.Fixed);
        var directives = head.Directives(policy.Sharing);
        if (directives.SharedMaxAge is { } shared)
            return new(shared, LifetimeBasis.SharedMaxAge); // §5.2.2.10: overrides max-age and Expires
        if (directives.MaxAge is { } maxAge)
            return new(maxAge, LifetimeBasis.MaxAge); // §5.3: overrides Expires
        if (!directives.Targeted && head.Fields.Contains("Expires"))
            return new(UntilExpires(head.Fields, receivedAt), LifetimeBasis.Expires);
        return Guess(head, directives, receivedAt);
    }

    /// <summary>
    /// How old a stored response is (RFC 9111 §4.2.3); never negative. Under a fixed lifetime only the time it was kept counts.
    /// </summary>
    public static TimeSpan Age(StoredResponse stored, CachePolicy policy, Moment now) =>
        policy.Fixed is null ? Age(stored, now) : now.Since(stored.ReceivedAt);

    /// <summary>How old a stored response is (RFC 9111 §4.2.3); never negative. What the Age field says.</summary>
    public static TimeSpan Age(StoredResponse stored, Moment now)
    {
        // A Date tells whole seconds: within the second that it names, a response shows no age.
        var apparent = TimeSpan.FromSeconds(Math.Floor((stored.ReceivedAt.Wall - stored.Date).TotalSeconds));
        var corrected = AgeField(stored.Head.Fields) + stored.ReceivedAt.Since(stored.RequestedAt);
        var initial = apparent > corrected ? apparent : corrected;
        return initial + now.Since(stored.ReceivedAt);
    }

    // RFC 9111 §5.1: the first member counts, the others do not, and what is no number is ignored.
    private static TimeSpan AgeField(HeaderFields fields)
    {
        var members = FieldSyntax.Members(fields.Values("Age"));
        return members.Count > 0 && DeltaSeconds.TryParse(members[0], out var age) ? age : TimeSpan.Zero;
    }

    // §4.2.1: Expires less Date, not less our clock; §5.3: an invalid date, "0" above all, lies in the past.
    private static TimeSpan UntilExpires(HeaderFields fields, DateTimeOffset receivedAt)
    {
        if (HttpDate.Of(fields, "Expires", receivedAt) is not { } expires)
            return TimeSpan.Zero;
        var lifetime = expires - (HttpDate.Of(fields, "Date", receivedAt) ?? receivedAt);
        return lifetime < TimeSpan.Zero ? TimeSpan.Zero : Least(lifetime, DeltaSeconds.Greatest);
    }

    // §4.2.2: only for statuses cacheable by default, or what is marked as cacheable.
    private static FreshnessLifetime Guess(ResponseHead head, ResponseDirectives directives, DateTimeOffset receivedAt)
    {
        if ((!StatusCodes.IsCacheableByDefault(head.Status) && !directives.Public)
            || HttpDate.Of(head.Fields, "Last-Modified", receivedAt) is not { } modified)
            return new(TimeSpan.Zero, LifetimeBasis.None);
        var unchanged = (HttpDate.Of(head.Fields, "Date", receivedAt) ?? receivedAt) - modified;
        return unchanged <= TimeSpan.Zero
            ? new(TimeSpan.Zero, LifetimeBasis.None)
            : new(Least(unchanged * HeuristicFraction, HeuristicLimit), LifetimeBasis.Heuristic);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
