namespace Aggregator.HttpCaching;

/// <summary>A lifetime that the operator gives to responses, whatever their fields say.</summary>
/// <param name="Fresh">How long a response is fresh, from when it was received.</param>
/// <param name="Stale">How long after that it may be served while one refresh runs; zero for not at all.</param>
/// <param name="StaleOnError">How long after the freshness it may be served when the upstream fails; zero for not at all.</param>
public sealed record FixedLifetime(TimeSpan Fresh, TimeSpan Stale, TimeSpan StaleOnError);
