namespace Aggregator.HttpCaching.Syntax;

/// <summary>One directive of a Cache-Control field (RFC 9111 §5.2).</summary>
/// <param name="Name">Its name, in the letter case it came with; names compare without regard to case.</param>
/// <param name="Argument">Its argument, quotes and escapes removed; null if it has none.</param>
public readonly record struct CacheDirective(string Name, string? Argument);
