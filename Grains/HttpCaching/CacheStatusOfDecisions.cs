using Aggregator.HttpCaching.Syntax;

namespace Aggregator.HttpCaching;

/// <summary>What a decision tells in Cache-Status (RFC 9211).</summary>
public static class CacheStatusOfDecisions
{
    extension(CacheStatus status)
    {
        /// <summary>A hit.</summary>
        /// <param name="age">How old the response is.</param>
        /// <param name="lifetime">How long it is fresh.</param>
        public static CacheStatus Hit(TimeSpan age, FreshnessLifetime lifetime) => new() { TimeToLive = lifetime.Span - age };

        /// <summary>What a decision that sends a request to the upstream tells; what came of it is for the caller to add.</summary>
        /// <param name="decision">The decision.</param>
        public static CacheStatus Of(ReuseDecision decision) => decision switch
        {
            ReuseDecision.Fresh hit => Hit(hit.Age, hit.Lifetime),
            ReuseDecision.StaleWhileRevalidate hit => Hit(hit.Age, hit.Lifetime) with { Detail = "stale-while-revalidate" },
            ReuseDecision.StaleByRequest hit => Hit(hit.Age, hit.Lifetime) with { Detail = "max-stale" },
            ReuseDecision.MustRevalidate validation => new() { Forward = ForwardFor(validation.Reason) },
            ReuseDecision.Miss miss => new() { Forward = ForwardFor(miss.Reason) },
            _ => new() { Forward = ForwardReason.Miss, Detail = "only-if-cached" },
        };

        /// <summary>A message's fields with this as the last member of Cache-Status: earlier caches' stand before it (§2).</summary>
        /// <param name="fields">The fields.</param>
        public HeaderFields AppendTo(HeaderFields fields) => fields.Append("Cache-Status", status.ToString());
    }

    private static ForwardReason ForwardFor(ValidationReason reason) => reason switch
    {
        ValidationReason.RequestNoCache or ValidationReason.RequestMaxAge or ValidationReason.RequestMinFresh
            or ValidationReason.Asked => ForwardReason.Request,
        _ => ForwardReason.Stale,
    };

    private static ForwardReason ForwardFor(MissReason reason) => reason switch
    {
        MissReason.Method => ForwardReason.Method,
        MissReason.OtherVariant => ForwardReason.VaryMiss,
        MissReason.RequestNoStore => ForwardReason.Request,
        _ => ForwardReason.UriMiss,
    };
}
