using Microsoft.Extensions.Logging;

namespace Aggregator.Catalog;

/// <summary>
/// Keeps the set of reports that gateways without a folder of their own go by: of those that live silos announce, the one taken up last. It
/// stores nothing, for every silo announces its set again and again.
/// </summary>
internal sealed partial class CatalogGrain(ILogger<CatalogGrain> logger) : Grain, ICatalogGrain
{
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

    [LoggerMessage(EventName = "DefinitionsDiffer", Level = LogLevel.Warning,
        Message = "Silos announce different definitions: {Announced} reports here, {Current} there. The set taken up last is in force.")]
    private partial void LogDifferent(int announced, int current);
}
