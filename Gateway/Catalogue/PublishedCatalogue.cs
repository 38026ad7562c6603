using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Catalogue;

/// <summary>
/// A catalogue source that whoever loads definitions writes to. Replacing is atomic: readers see the old set or the new one.
/// </summary>
public sealed class PublishedCatalogue : ICatalogueSource, IDisposable
{
    private volatile ReportCatalogue? _current;
    private CancellationTokenSource _changed = new();

    /// <inheritdoc/>
    public ReportCatalogue? Current => _current;

    /// <inheritdoc/>
    public IChangeToken GetChangeToken() => new CancellationChangeToken(Volatile.Read(ref _changed).Token);

    /// <summary>Puts another catalogue in force. Requests under way end with the one they began with.</summary>
    /// <param name="catalogue">The catalogue.</param>
    public void Publish(ReportCatalogue catalogue)
    {
        _current = catalogue;
        // Not disposed: somebody may be about to take its token, and without a timer it holds nothing.
        Interlocked.Exchange(ref _changed, new()).Cancel();
    }

    /// <inheritdoc/>
    public void Dispose() => _changed.Dispose();
}
