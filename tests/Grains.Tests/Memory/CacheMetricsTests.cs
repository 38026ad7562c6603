using System.Diagnostics.Metrics;
using Aggregator.Memory;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Aggregator.Tests.Memory;

/// <summary>What the caches tell about themselves.</summary>
public sealed class CacheMetricsTests
{
    [Fact]
    public void Lookups_and_bytes_are_told_by_part()
    {
        using var meters = new Meters();
        var budget = new CacheBudget(1 << 20);
        var metrics = new CacheMetrics(meters, budget);
        using var lookups = new MetricCollector<long>(meters, CacheMetrics.MeterName, "aggregator.cache.lookups");
        using var bytes = new MetricCollector<long>(meters, CacheMetrics.MeterName, "aggregator.cache.bytes");

        budget.Add(CachePart.Responses, 5000, () => { });
        metrics.Count(CachePart.Responses, "hit");
        bytes.RecordObservableInstruments();

        Assert.Equal(("responses", "hit"), (lookups.LastMeasurement?.Tags["part"], lookups.LastMeasurement?.Tags["outcome"]));
        Assert.Equal([0, 0, budget.Used], bytes.GetMeasurementSnapshot().Select(measurement => measurement.Value));
        Assert.Equal(["near", "documents", "responses"], bytes.GetMeasurementSnapshot().Select(measurement => measurement.Tags["part"]));
    }

    private sealed class Meters : IMeterFactory
    {
        private readonly List<Meter> _meters = [];

        public Meter Create(MeterOptions options)
        {
            options.Scope = this;
            var meter = new Meter(options);
            _meters.Add(meter);
            return meter;
        }

        public void Dispose() => _meters.ForEach(meter => meter.Dispose());
    }
}
