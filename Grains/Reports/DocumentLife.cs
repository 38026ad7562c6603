using Aggregator.Definitions;

namespace Aggregator.Reports;

/// <summary>How long a document may be used, by its age.</summary>
/// <param name="Lifetime">How long it is fresh.</param>
/// <param name="Stale">How long after that it may be served while it is refreshed.</param>
/// <param name="StaleOnError">How long after that it may stand in for a compile that failed.</param>
internal readonly record struct DocumentLife(TimeSpan Lifetime, TimeSpan Stale, TimeSpan StaleOnError)
{
    /// <summary>The life of a document: as the definition fixes it, else that of the source which has least left. A partial one lives briefly, and is not served stale.</summary>
    /// <param name="caching">What the definition says.</param>
    /// <param name="document">The document.</param>
    public static DocumentLife Of(ReportCaching caching, ReportDocument document)
    {
        var lifetime = caching.Lifetime ?? document.FreshFor ?? TimeSpan.Zero;
        if (lifetime < TimeSpan.Zero) lifetime = TimeSpan.Zero;
        return document.Complete
            ? new(lifetime, caching.Stale, caching.StaleOnError)
            : new(lifetime < caching.Partial ? lifetime : caching.Partial, TimeSpan.Zero, TimeSpan.Zero);
    }

    /// <summary>Until which age it is of any use.</summary>
    public TimeSpan Whole => Lifetime + (Stale > StaleOnError ? Stale : StaleOnError);

    /// <summary>Whether it may be served as it is.</summary>
    /// <param name="age">Its age.</param>
    public bool IsFresh(TimeSpan age) => age < Lifetime;

    /// <summary>Whether it may be served while one refresh runs behind (RFC 5861 §3).</summary>
    /// <param name="age">Its age.</param>
    public bool MayBeServedWhileRefreshed(TimeSpan age) => age < Lifetime + Stale;

    /// <summary>Whether it may be served in place of a failure (RFC 5861 §4).</summary>
    /// <param name="age">Its age.</param>
    public bool MayStandIn(TimeSpan age) => age < Lifetime + StaleOnError;
}
