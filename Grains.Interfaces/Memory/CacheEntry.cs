namespace Aggregator.Memory;

/// <summary>One thing that counts against a <see cref="CacheBudget"/>: its place in the order of use, and what to do when it has to go.</summary>
public sealed class CacheEntry
{
    private readonly Action _evicted;
    private volatile bool _used;

    internal CacheEntry(CachePart part, long bytes, byte[]? shared, Action evicted) => (Part, Bytes, Shared, _evicted) = (part, bytes, shared, evicted);

    /// <summary>The part that it belongs to.</summary>
    public CachePart Part { get; }

    /// <summary>Its bytes, without <see cref="Shared"/>.</summary>
    public long Bytes { get; }

    /// <summary>Says that it was used. Costs next to nothing, for it stands on the way of every hit.</summary>
    public void Touch()
    {
        if (!_used) _used = true;
    }

    /// <summary>A buffer that other entries may hold too; null for none.</summary>
    internal byte[]? Shared { get; }

    /// <summary>Its node in the budget's order; null once it is out.</summary>
    internal LinkedListNode<CacheEntry>? Node { get; set; }

    /// <summary>Whether it was used since this was last asked.</summary>
    internal bool TakeUse()
    {
        var used = _used;
        _used = false;
        return used;
    }

    internal void Evict() => _evicted();
}
