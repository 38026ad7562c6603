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
}
