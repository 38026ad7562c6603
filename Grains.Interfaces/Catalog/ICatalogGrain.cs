using Orleans.Concurrency;

namespace Aggregator.Catalog;

/// <summary>Which reports the cluster serves: what gateways without a folder of their own go by. There is one, with the key <see cref="Key"/>.</summary>
[Alias("catalog-grain")]
public interface ICatalogGrain : IGrainWithIntegerKey
{
    /// <summary>The key of the only catalog.</summary>
    const long Key = 0;

    /// <summary>The revision that no snapshot has: what a gateway that knows none yet passes.</summary>
    const long NoRevision = -1;

    /// <summary>Answers the set announced last; null when that is the one the caller knows, or when no silo has announced one yet.</summary>
    /// <param name="knownRevision">The revision the caller has; <see cref="NoRevision"/> for none.</param>
    /// <param name="cancellationToken">Ends this call only.</param>
    [AlwaysInterleave]
    [Alias("get")]
    Task<CatalogSnapshot?> GetAsync(long knownRevision, CancellationToken cancellationToken);

    /// <summary>Says what a live silo serves from now on. Idempotent: announcing the same set again changes nothing.</summary>
    /// <param name="snapshot">The set.</param>
    /// <param name="cancellationToken">Ends this call only.</param>
    [Alias("announce")]
    Task AnnounceAsync(CatalogSnapshot snapshot, CancellationToken cancellationToken);

    /// <summary>Answers the purges so far, and tells an observer of further ones for a while: as long as it asks again within <see cref="ObserverLease"/>.</summary>
    /// <param name="observer">Who wants to be told.</param>
    /// <param name="known">The stamp of what the caller knows.</param>
    /// <param name="cancellationToken">Ends this call only.</param>
    /// <returns>The purges; null when the caller knows them all.</returns>
    [AlwaysInterleave]
    [Alias("follow-generations")]
    Task<Generations?> FollowGenerationsAsync(IGenerationsObserver observer, GenerationStamp known, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a miss of everything that concerns a subject and began to be made before. When it returns, every process that can be reached goes
    /// by it; the others do within the second in which they ask.
    /// </summary>
    /// <param name="subject">What to purge.</param>
    /// <param name="cancellationToken">Ends this call only; the purge stands.</param>
    /// <returns>All purges so far.</returns>
    [AlwaysInterleave]
    [Alias("purge")]
    Task<Generations> PurgeAsync(PurgeSubject subject, CancellationToken cancellationToken);

    /// <summary>For how long an observer is told without asking again.</summary>
    static readonly TimeSpan ObserverLease = TimeSpan.FromSeconds(10);
}
