namespace Aggregator.HttpCaching;

/// <summary>What came instead of an answer that could be used.</summary>
/// <param name="Status">The status the upstream answered with; null if no complete answer came at all.</param>
public readonly record struct UpstreamFailure(int? Status)
{
    /// <summary>The connection failed, the upstream was too slow, or the answer was cut off.</summary>
    public static readonly UpstreamFailure NoAnswer = new(null);

    /// <summary>Whether it counts as an error by which stale responses may be served (RFC 5861 §4: a server's failure).</summary>
    public bool IsError => Status is null or (>= 500 and < 600);
}
