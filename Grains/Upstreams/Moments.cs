using Aggregator.HttpCaching;

namespace Aggregator.Upstreams;

/// <summary>Reads both clocks of a provider at once.</summary>
internal static class Moments
{
    /// <summary>The instant that it is now.</summary>
    public static Moment GetMoment(this TimeProvider time) => new(time.GetUtcNow(), time.GetElapsedTime(0));
}
