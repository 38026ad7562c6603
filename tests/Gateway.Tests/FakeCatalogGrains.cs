using Aggregator.Catalog;
using Aggregator.Gateway.Calls;

namespace Aggregator.Gateway.Tests;

/// <summary>A catalog that counts purges as the cluster's does, and tells one observer of them.</summary>
internal sealed class FakeCatalogGrains : ICatalogGrains, ICatalogGrain
{
    private IGenerationsObserver? _observer;

    public Generations Generations { get; private set; } = new() { Epoch = Guid.NewGuid() };

    /// <summary>Whether its messages are lost, so that only who asks learns of purges.</summary>
    public bool IsMute { get; set; }

    public ICatalogGrain Catalog => this;

    public IGenerationsObserver Reference(IGenerationsObserver observer) => observer;

    public Task<CatalogSnapshot?> GetAsync(long knownRevision, CancellationToken cancellationToken) => Task.FromResult<CatalogSnapshot?>(null);

    public Task AnnounceAsync(CatalogSnapshot snapshot, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Generations?> FollowGenerationsAsync(IGenerationsObserver observer, GenerationStamp known, CancellationToken cancellationToken)
    {
        _observer = observer;
        return Task.FromResult(known == Generations.Stamp ? null : Generations);
    }

    public async Task<Generations> PurgeAsync(PurgeSubject subject, CancellationToken cancellationToken)
    {
        Generations = Generations.Purge(subject);
        if (_observer is { } observer && !IsMute)
            await observer.PurgedAsync(Generations);
        return Generations;
    }
}
