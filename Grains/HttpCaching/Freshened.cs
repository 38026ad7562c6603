namespace Aggregator.HttpCaching;

/// <summary>A stored response that the upstream has confirmed.</summary>
/// <param name="Before">The response as it is stored.</param>
/// <param name="After">What takes its place.</param>
public sealed record Freshened(StoredResponse Before, StoredResponse After);
