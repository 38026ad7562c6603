namespace Aggregator.Memory;

/// <summary>
/// The memory that all caches of one process share. Whoever keeps something adds it here and is told when it has to go: what has not been
/// used for longest goes first, whichever part it belongs to. A buffer that several entries hold counts once.
/// </summary>
/// <remarks>
/// For use by any thread. Use is noted by a mark and not by moving the entry, so that a hit takes no lock; an entry that bears the mark when
/// its turn comes to go loses the mark and stays for another round (the clock algorithm, which comes close to least recently used).
/// </remarks>
/// <param name="capacity">How many bytes all entries together may have.</param>
public sealed class CacheBudget(long capacity)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<CacheEntry> _order = new();
    private readonly Dictionary<byte[], (int Holders, CachePart Part)> _shared = new(ReferenceEqualityComparer.Instance);
    private readonly long[] _bytes = new long[Enum.GetValues<CachePart>().Length];
    private readonly long[] _entries = new long[Enum.GetValues<CachePart>().Length];
    private long _evictions;

    /// <summary>How many megabytes the caches of a process may have when nothing else is said.</summary>
    public const int DefaultMegabytes = 256;

    /// <summary>What an activation that keeps something costs beside it, in bytes: measured.</summary>
    public const long ActivationBytes = 2048;

    /// <summary>How many bytes all entries together may have.</summary>
    public long Capacity { get; } = capacity;

    /// <summary>How many bytes they have.</summary>
    public long Used { get; private set; }

    /// <summary>How many entries had to go.</summary>
    public long Evictions => Volatile.Read(ref _evictions);

    /// <summary>The bytes of one part; a shared buffer counts for the part that had it first.</summary>
    /// <param name="part">The part.</param>
    public long BytesOf(CachePart part) => Volatile.Read(ref _bytes[(int)part]);

    /// <summary>The entries of one part.</summary>
    /// <param name="part">The part.</param>
    public long EntriesOf(CachePart part) => Volatile.Read(ref _entries[(int)part]);

    /// <summary>Counts something that is kept from now on, and lets go what there is no more room for: in the end the new entry itself.</summary>
    /// <param name="part">The part that it belongs to.</param>
    /// <param name="bytes">Its bytes, all that belongs to it alone.</param>
    /// <param name="evicted">Called, on any thread and outside all locks, when it has to go; it is out then already.</param>
    /// <param name="shared">A buffer that other entries may hold too; null for none.</param>
    public CacheEntry Add(CachePart part, long bytes, Action evicted, byte[]? shared = null)
    {
        var entry = new CacheEntry(part, bytes, shared, evicted);
        List<CacheEntry>? gone = null;
        lock (_lock)
        {
            entry.Node = _order.AddFirst(entry);
            Count(entry, 1);
            while (Used > Capacity && NextToGo() is { } last)
            {
                TakeOut(last);
                (gone ??= []).Add(last);
            }
        }

        foreach (var each in gone ?? []) each.Evict();
        Interlocked.Add(ref _evictions, gone?.Count ?? 0);
        return entry;
    }

    /// <summary>Counts something no more, for it is not kept any longer. Does nothing when it is out already.</summary>
    /// <param name="entry">The entry.</param>
    public void Remove(CacheEntry entry)
    {
        lock (_lock)
        {
            if (entry.Node is not null) TakeOut(entry);
        }
    }

    /// <summary>The entry that has not been used for longest. Those in use since their last turn go to the front.</summary>
    private CacheEntry? NextToGo()
    {
        for (var chances = _order.Count; _order.Last is { } node; chances--)
        {
            if (!node.Value.TakeUse() || chances <= 0) return node.Value;
            _order.Remove(node);
            _order.AddFirst(node);
        }

        return null;
    }

    private void TakeOut(CacheEntry entry)
    {
        if (entry.Node is { } node) _order.Remove(node);
        entry.Node = null;
        Count(entry, -1);
    }

    private void Count(CacheEntry entry, int sign)
    {
        _entries[(int)entry.Part] += sign;
        CountBytes(entry.Part, sign * (entry.Bytes + EntryBytes));
        if (entry.Shared is not { } buffer) return;

        var (holders, part) = _shared.GetValueOrDefault(buffer, (0, entry.Part));
        holders += sign;
        if (holders == 0) _shared.Remove(buffer);
        else _shared[buffer] = (holders, part);
        if (holders == (sign > 0 ? 1 : 0)) CountBytes(part, sign * buffer.Length); // the first holder came, or the last one went
    }

    private void CountBytes(CachePart part, long bytes)
    {
        _bytes[(int)part] += bytes;
        Used += bytes;
    }

    /// <summary>What an entry itself costs: the object, its node and its share of the table of buffers.</summary>
    private const long EntryBytes = 200;
}
