using Microsoft.Extensions.Logging;

namespace Aggregator.Catalog;

/// <summary>
/// Keeps the set of reports that gateways without a folder of their own go by: of those that live silos announce, the one taken up last. And
/// counts purges. It stores nothing: every silo announces its set again and again, and a new count of purges makes everything a miss.
/// </summary>
/// <remarks>Calls interleave: what is decided is decided between two awaits, on values that are replaced whole.</remarks>
internal sealed partial class CatalogGrain(TimeProvider time, ILogger<CatalogGrain> logger) : Grain, ICatalogGrain
{
    private readonly GenerationObservers _observers = new(time);
    private Generations _generations = new() { Epoch = Guid.NewGuid() };
    private readonly HashSet<long> _told = [];
    private CatalogSnapshot? _current;

    /// <inheritdoc/>
    public Task<CatalogSnapshot?> GetAsync(long knownRevision, CancellationToken cancellationToken) =>
        Task.FromResult(_current?.Revision == knownRevision ? null : _current);

    /// <inheritdoc/>
    public Task AnnounceAsync(CatalogSnapshot snapshot, CancellationToken cancellationToken)
    {
        if (_current is { } current && current.Revision != snapshot.Revision && _told.Add(snapshot.Revision)) LogDifferent(snapshot.Reports.Length, current.Reports.Length);
        if (_current is null || snapshot.LoadedAt >= _current.LoadedAt) _current = snapshot;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Generations?> FollowGenerationsAsync(IGenerationsObserver observer, GenerationStamp known, CancellationToken cancellationToken)
    {
        _observers.Renew(observer);
        return Task.FromResult(_generations.Stamp == known ? null : _generations);
    }

    /// <inheritdoc/>
    public async Task<Generations> PurgeAsync(PurgeSubject subject, CancellationToken cancellationToken)
    {
        var purged = _generations = _generations.Purge(subject);
        await _observers.TellAsync(purged);
        return purged;
    }

    [LoggerMessage(EventName = "DefinitionsDiffer", Level = LogLevel.Warning,
        Message = "Silos announce different definitions: {Announced} reports here, {Current} there. The set taken up last is in force.")]
    private partial void LogDifferent(int announced, int current);
}
