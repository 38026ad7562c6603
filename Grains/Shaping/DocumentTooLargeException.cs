namespace Aggregator.Shaping;

/// <summary>A document grew past the limit of its definition while it was written.</summary>
public sealed class DocumentTooLargeException : Exception;
