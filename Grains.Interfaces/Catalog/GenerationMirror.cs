namespace Aggregator.Catalog;

/// <summary>The purges as this process knows them: one for all its caches. What it knows is good for a while only.</summary>
/// <param name="time">The clock.</param>
public sealed class GenerationMirror(TimeProvider time)
{
    private readonly Lock _lock = new();
    private volatile Generations _current = Generations.Unknown;
    private long _heard;

    /// <summary>
    /// How long this process goes by what it heard last. Cut off from the catalog for longer, it may have missed a purge, and takes everything
    /// for a miss.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    /// <summary>What was heard last, however long ago.</summary>
    public GenerationStamp Heard => _current.Stamp;

    /// <summary>The purges to go by now.</summary>
    public Generations Current => time.GetElapsedTime(Volatile.Read(ref _heard)) < Lease ? _current : Generations.Unknown;

    /// <summary>Notes that the catalog was heard.</summary>
    /// <param name="generations">What it said; null for nothing new.</param>
    public void Hear(Generations? generations)
    {
        lock (_lock)
        {
            if (generations is not null && _current.IsOlderThan(generations)) _current = generations;
            Volatile.Write(ref _heard, time.GetTimestamp());
        }
    }
}
