using System.Collections.Immutable;
using Aggregator.Catalog;
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
    private readonly Dictionary<StoredResponse, Shelved> _shelved = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is stored under a key and no purge concerns, in any order.</summary>
    /// <param name="key">The key.</param>
    /// <param name="purges">The purges.</param>
    public ImmutableArray<StoredResponse> Find(ResponseKey key, PurgeView purges)
    {
        lock (_lock)
        {
            var stored = Variants(key);
            return stored.All(IsCurrent) ? stored : [.. stored.Where(IsCurrent)];
        }

        bool IsCurrent(StoredResponse stored) => _shelved.TryGetValue(stored, out var shelved) && purges.IsCurrent(shelved.Began, shelved.Subjects);
    }

    /// <summary>Notes that a stored response was used.</summary>
    public void Touch(StoredResponse stored)
    {
        lock (_lock) _shelved.GetValueOrDefault(stored)?.Entry?.Touch();
    }

    /// <summary>Stores these responses under a key in place of all that were there.</summary>
    /// <param name="key">The key.</param>
    /// <param name="variants">The responses; those that were there before stay as they are.</param>
    /// <param name="began">When the making of the new ones began.</param>
    /// <param name="subjects">All by which the new ones can be purged.</param>
    public void Put(ResponseKey key, ImmutableArray<StoredResponse> variants, GenerationStamp began, ImmutableArray<PurgeSubject> subjects)
    {
        List<StoredResponse> gone;
        List<StoredResponse> come;
        lock (_lock)
        {
            gone = [.. Variants(key).Where(stored => !Has(variants, stored))];
            come = [.. variants.Where(stored => !_shelved.ContainsKey(stored))];
            foreach (var stored in come) _shelved.Add(stored, new() { Began = began, Subjects = subjects });
            Set(key, variants);
        }

        foreach (var stored in gone) Forget(stored);
        foreach (var stored in come) Count(key, stored);
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
        List<StoredResponse> gone;
        lock (_lock)
        {
            gone = [.. _shelved.Keys];
            _addresses.Clear();
        }

        foreach (var stored in gone) Forget(stored);
    }

    /// <summary>Counts a response that has just been stored. There may be no room for it: then it has gone again before it was counted.</summary>
    private void Count(ResponseKey key, StoredResponse stored)
    {
        var entry = budget.Add(CachePart.Responses, ResponseSize.Of(stored), () => Drop(key, stored), stored.Body);
        lock (_lock)
        {
            if (_shelved.TryGetValue(stored, out var shelved))
            {
                shelved.Entry = entry;
                return;
            }
        }

        budget.Remove(entry);
    }

    private void Forget(StoredResponse stored)
    {
        Shelved? shelved;
        lock (_lock) _shelved.Remove(stored, out shelved);
        if (shelved?.Entry is { } entry) budget.Remove(entry);
    }

    private void Drop(ResponseKey key, StoredResponse stored)
    {
        lock (_lock)
        {
            _shelved.Remove(stored);
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

    /// <summary>What has to be known of a stored response beside it.</summary>
    private sealed class Shelved
    {
        public required GenerationStamp Began { get; init; }

        public required ImmutableArray<PurgeSubject> Subjects { get; init; }

        /// <summary>Its place in the memory's order of use; null until it is counted.</summary>
        public CacheEntry? Entry { get; set; }
    }
}
