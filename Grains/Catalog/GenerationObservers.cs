namespace Aggregator.Catalog;

/// <summary>The processes that are told of purges, each for as long as it goes on asking.</summary>
/// <param name="time">The clock.</param>
internal sealed class GenerationObservers(TimeProvider time)
{
    private readonly Dictionary<IGenerationsObserver, long> _heard = [];

    /// <summary>How long a purge waits for one of them to say that it took it up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Adds an observer, or notes that it is still there.</summary>
    /// <param name="observer">The observer.</param>
    public void Renew(IGenerationsObserver observer)
    {
        foreach (var gone in _heard.Where(each => time.GetElapsedTime(each.Value) > ICatalogGrain.ObserverLease).ToList()) _heard.Remove(gone.Key);
        _heard[observer] = time.GetTimestamp();
    }

    /// <summary>Tells all of them at once. Who does not answer is left out: it asks within a second anyway.</summary>
    /// <param name="generations">What to tell.</param>
    public Task TellAsync(Generations generations) => Task.WhenAll(_heard.Keys.ToList().Select(observer => TellAsync(observer, generations)));

    private async Task TellAsync(IGenerationsObserver observer, Generations generations)
    {
        try
        {
            await observer.PurgedAsync(generations).WaitAsync(Patience, time);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            _heard.Remove(observer);
        }
    }
}
