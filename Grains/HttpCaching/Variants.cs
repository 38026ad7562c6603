using System.Collections.Immutable;

namespace Aggregator.HttpCaching;

/// <summary>The responses stored under one key: one for each set of request fields that Vary made a difference of (RFC 9111 §4.1).</summary>
public static class Variants
{
    /// <summary>How many are kept at most; an upstream that varies by something unique would fill the store otherwise.</summary>
    public const int Most = 64;

    /// <summary>
    /// The variants with one more, in place of those that would have answered the same request. One that was kept by a fixed lifetime
    /// only takes nothing from those who go by the fields: their older response stays in use.
    /// </summary>
    /// <param name="stored">The variants so far.</param>
    /// <param name="received">What has come.</param>
    /// <param name="request">The request that brought it.</param>
    /// <param name="policy">By whose rules it is kept.</param>
    public static ImmutableArray<StoredResponse> Add(
        IReadOnlyList<StoredResponse> stored, StoredResponse received, CacheRequest request, CachePolicy policy)
    {
        var byFields = policy with { Fixed = null };
        bool forAll = Storability.IsVisible(received, byFields);
        var kept = ImmutableArray.CreateBuilder<StoredResponse>(stored.Count + 1);
        foreach (var candidate in stored)
        {
            bool superseded = Vary.Matches(candidate.Selecting, request.Fields)
                && (forAll || !Storability.IsVisible(candidate, byFields));
            if (!superseded)
                kept.Add(candidate);
        }
        if (kept.Count == Most)
            kept.RemoveAt(Oldest(kept));
        kept.Add(received);
        return kept.DrainToImmutable();
    }

    /// <summary>The variants with those that were confirmed as they are now.</summary>
    /// <param name="stored">The variants so far.</param>
    /// <param name="freshened">What was confirmed; one that is no longer stored stays away.</param>
    public static ImmutableArray<StoredResponse> Replace(IReadOnlyList<StoredResponse> stored, IReadOnlyList<Freshened> freshened) =>
        [.. stored.Select(candidate => freshened.FirstOrDefault(one => ReferenceEquals(one.Before, candidate))?.After ?? candidate)];

    private static int Oldest(ImmutableArray<StoredResponse>.Builder stored)
    {
        int oldest = 0;
        for (int i = 1; i < stored.Count; i++)
        {
            if (stored[i].ReceivedAt.Steady < stored[oldest].ReceivedAt.Steady)
                oldest = i;
        }
        return oldest;
    }
}
