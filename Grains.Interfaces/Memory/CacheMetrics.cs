using System.Diagnostics.Metrics;

namespace Aggregator.Memory;

/// <summary>What the caches of a process tell about themselves, on the meter <c>Aggregator.Cache</c>.</summary>
public sealed class CacheMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Aggregator.Cache";

    private static readonly string[] Parts = [.. Enum.GetNames<CachePart>().Select(name => name.ToLowerInvariant())];

    private readonly Counter<long> _lookups;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes meters.</param>
    /// <param name="budget">The memory of the process.</param>
    public CacheMetrics(IMeterFactory meters, CacheBudget budget)
    {
        var meter = meters.Create(MeterName);
        _lookups = meter.CreateCounter<long>("aggregator.cache.lookups", "{lookup}", "Questions to a cache, by part and outcome.");
        meter.CreateObservableGauge(
            "aggregator.cache.bytes", () => Parts.Select((part, i) => new Measurement<long>(budget.BytesOf((CachePart)i), Part(part))), "By", "What each part of the caches takes.");
        meter.CreateObservableGauge(
            "aggregator.cache.entries", () => Parts.Select((part, i) => new Measurement<long>(budget.EntriesOf((CachePart)i), Part(part))), "{entry}", "The entries of each part.");
        meter.CreateObservableCounter("aggregator.cache.evictions", () => budget.Evictions, "{entry}", "Entries that had to make room.");
    }

    /// <summary>Counts a question to a cache.</summary>
    /// <param name="part">The cache.</param>
    /// <param name="outcome">What came of it, one of a few words in lower case, such as <c>hit</c>.</param>
    public void Count(CachePart part, string outcome)
    {
        if (_lookups.Enabled) _lookups.Add(1, Part(Parts[(int)part]), KeyValuePair.Create<string, object?>("outcome", outcome));
    }

    private static KeyValuePair<string, object?> Part(string part) => KeyValuePair.Create<string, object?>("part", part);
}
