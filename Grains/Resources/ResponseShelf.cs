using System.Collections.Immutable;
using Aggregator.HttpCaching;
using Aggregator.Memory;

namespace Aggregator.Resources;

/// <summary>
/// The stored responses of one shard. Each counts against the memory that all caches of the process share, and goes when it is its turn there.
/// </summary>
/// <remarks>One thread at a time changes it, its shard's turn; but what has to go may be told by any.</remarks>
/// <param name="budget">The memory.</param>
internal sealed class ResponseShelf(CacheBudget budget)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ResourceAddress, Dictionary<ResponseKey, ImmutableArray<StoredResponse>>> _addresses = [];
    private readonly Dictionary<StoredResponse, CacheEntry> _entries = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is stored under a key, in any order.</summary>
    public ImmutableArray<StoredResponse> Find(ResponseKey key)
    {
        lock (_lock) return Variants(key);
    }

    /// <summary>Notes that a stored response was used.</summary>
    public void Touch(StoredResponse stored)
    {
        lock (_lock) _entries.GetValueOrDefault(stored)?.Touch();
    }

    /// <summary>Stores these responses under a key in place of all that were there.</summary>
    public void Put(ResponseKey key, ImmutableArray<StoredResponse> variants)
    {
        ImmutableArray<StoredResponse> before;
        lock (_lock)
        {
            before = Variants(key);
            Set(key, variants);
        }

        foreach (var gone in before.Where(stored => !Has(variants, stored))) Forget(gone);
        foreach (var come in variants.Where(stored => !Has(before, stored))) Count(key, come);
    }

    /// <summary>Removes everything that is stored for an address.</summary>
    public void Remove(ResourceAddress address)
    {
        List<StoredResponse> gone;
        lock (_lock) gone = _addresses.Remove(address, out var keys) ? [.. keys.Values.SelectMany(stored => stored)] : [];
        foreach (var stored in gone) Forget(stored);
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        List<CacheEntry> gone;
        lock (_lock)
        {
            gone = [.. _entries.Values];
            _entries.Clear();
            _addresses.Clear();
        }

        foreach (var entry in gone) budget.Remove(entry);
    }

    /// <summary>Counts a response that has just been stored. There may be no room for it: then it is gone again before it was counted here.</summary>
    private void Count(ResponseKey key, StoredResponse stored)
    {
        var entry = budget.Add(CachePart.Responses, ResponseSize.Of(stored), () => Drop(key, stored), stored.Body);
        bool isThere;
        lock (_lock)
        {
            isThere = Has(Variants(key), stored);
            if (isThere) _entries[stored] = entry;
        }

        if (!isThere) budget.Remove(entry);
    }

    private void Forget(StoredResponse stored)
    {
        CacheEntry? entry;
        lock (_lock) _entries.Remove(stored, out entry);
        if (entry is not null) budget.Remove(entry);
    }

    private void Drop(ResponseKey key, StoredResponse stored)
    {
        lock (_lock)
        {
            _entries.Remove(stored);
            Set(key, [.. Variants(key).Where(other => !ReferenceEquals(other, stored))]);
        }
    }

    private ImmutableArray<StoredResponse> Variants(ResponseKey key) =>
        _addresses.TryGetValue(key.Address, out var keys) && keys.TryGetValue(key, out var stored) ? stored : [];

    private void Set(ResponseKey key, ImmutableArray<StoredResponse> variants)
    {
        if (!_addresses.TryGetValue(key.Address, out var keys))
        {
            if (variants.IsEmpty) return;
            _addresses.Add(key.Address, keys = []);
        }

        if (!variants.IsEmpty) keys[key] = variants;
        else if (keys.Remove(key) && keys.Count == 0) _addresses.Remove(key.Address);
    }

    private static bool Has(ImmutableArray<StoredResponse> variants, StoredResponse stored) => variants.Any(other => ReferenceEquals(other, stored));
}
