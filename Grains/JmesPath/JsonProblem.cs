namespace Aggregator.JmesPath;

/// <summary>Why some bytes are not acceptable JSON.</summary>
/// <param name="Offset">Where, in bytes from 0.</param>
/// <param name="Detail">What was found there; never the bytes themselves.</param>
public sealed record JsonProblem(long Offset, string Detail);
