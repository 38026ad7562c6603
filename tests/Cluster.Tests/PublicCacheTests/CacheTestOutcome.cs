namespace Aggregator.Tests.PublicCacheTests;

/// <summary>How a public cache test ended.</summary>
/// <param name="Kind"><c>required</c>, <c>optimal</c> or <c>check</c>.</param>
/// <param name="Fault">What was not as expected; null when everything was.</param>
internal sealed record CacheTestOutcome(string Kind, string? Fault);
