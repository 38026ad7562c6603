using System.Diagnostics.Metrics;
using Aggregator.Memory;

namespace Aggregator.Gateway.NearCache;

/// <summary>What the caches of this process hold, part by part, and what the near cache is asked.</summary>
internal sealed class CacheMetrics
{
    private readonly Counter<long> _lookups;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">The process' meters.</param>
    /// <param name="budget">The memory of the caches.</param>
    public CacheMetrics(IMeterFactory meters, CacheBudget budget)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableUpDownCounter(
            "aggregator.cache.memory", () => Each(budget.BytesOf), "By", "Bytes that the caches of this process hold, by part.");
        meter.CreateObservableUpDownCounter(
            "aggregator.cache.entries", () => Each(budget.EntriesOf), "{entry}", "Entries in the caches of this process, by part.");
        meter.CreateObservableCounter(
            "aggregator.cache.evictions", () => budget.Evictions, "{entry}", "Entries that had to go for want of memory.");
        _lookups = meter.CreateCounter<long>("aggregator.cache.lookups", "{lookup}", "Look-ups in a cache, by part and result.");
    }

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Aggregator.Cache";

    /// <summary>Counts a look-up in the near cache.</summary>
    /// <param name="hit">Whether it found something to answer.</param>
    public void Looked(bool hit) => _lookups.Add(1, Parts[CachePart.Near], hit ? Hit : Miss);

    private static readonly Dictionary<CachePart, KeyValuePair<string, object?>> Parts = new()
    {
        [CachePart.Near] = new("part", "near"),
        [CachePart.Documents] = new("part", "documents"),
        [CachePart.Responses] = new("part", "responses"),
    };

    private static readonly KeyValuePair<string, object?> Hit = new("result", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("result", "miss");

    private static IEnumerable<Measurement<long>> Each(Func<CachePart, long> value) => Parts.Select(part => new Measurement<long>(value(part.Key), part.Value));
}
