namespace Aggregator.HttpCaching;

/// <summary>What to do with a request, given what is stored, and why (RFC 9111 §4).</summary>
public abstract record ReuseDecision
{
    private ReuseDecision()
    {
    }

    /// <summary>The stored response answers the request.</summary>
    /// <param name="Stored">The response.</param>
    /// <param name="Age">How old it is.</param>
    /// <param name="Lifetime">How long it is fresh.</param>
    public sealed record Fresh(StoredResponse Stored, TimeSpan Age, FreshnessLifetime Lifetime) : ReuseDecision;

    /// <summary>The stored response answers the request, and one refresh has to run behind (RFC 5861 §3).</summary>
    /// <param name="Stored">The response.</param>
    /// <param name="Age">How old it is.</param>
    /// <param name="Lifetime">How long it was fresh.</param>
    /// <param name="Window">How long after its lifetime it may be served so.</param>
    public sealed record StaleWhileRevalidate(StoredResponse Stored, TimeSpan Age, FreshnessLifetime Lifetime, TimeSpan Window)
        : ReuseDecision;

    /// <summary>The stored response answers the request, because the client takes it stale (RFC 9111 §5.2.1.2).</summary>
    /// <param name="Stored">The response.</param>
    /// <param name="Age">How old it is.</param>
    /// <param name="Lifetime">How long it was fresh.</param>
    public sealed record StaleByRequest(StoredResponse Stored, TimeSpan Age, FreshnessLifetime Lifetime) : ReuseDecision;

    /// <summary>The upstream has to confirm the stored response first, or to send another.</summary>
    /// <param name="Stored">The response.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Age">How old it is.</param>
    /// <param name="Lifetime">How long it is or was fresh.</param>
    public sealed record MustRevalidate(StoredResponse Stored, ValidationReason Reason, TimeSpan Age, FreshnessLifetime Lifetime)
        : ReuseDecision;

    /// <summary>The upstream has to answer.</summary>
    /// <param name="Reason">Why nothing stored will do.</param>
    public sealed record Miss(MissReason Reason) : ReuseDecision;

    /// <summary>The client takes nothing but what is stored, and that will not do: 504 (RFC 9111 §5.2.1.7).</summary>
    public sealed record GatewayTimeout : ReuseDecision;
}
