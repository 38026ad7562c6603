using System.Collections.Immutable;

namespace Aggregator.Catalog;

/// <summary>
/// All purges so far, as one immutable value: purges are counted, and each subject has the number of its last one. What began to be made
/// before a purge that concerns it is a miss, even when it was finished and stored after.
/// </summary>
[GenerateSerializer, Immutable, Alias("generations")]
public sealed record Generations
{
    /// <summary>Which count this is; empty while none is known.</summary>
    [Id(0)]
    public Guid Epoch { get; init; }

    /// <summary>How many purges there have been.</summary>
    [Id(1)]
    public long Sequence { get; init; }

    /// <summary>Whatever began before this purge is a miss, whatever concerns it.</summary>
    [Id(2)]
    public long Floor { get; init; }

    /// <summary>The number of the last purge of each subject.</summary>
    [Id(3)]
    public ImmutableDictionary<PurgeSubject, long> Purges { get; init; } = ImmutableDictionary<PurgeSubject, long>.Empty;

    /// <summary>What a process has that has not heard of any: everything is a miss, and nothing that begins now will ever be a hit.</summary>
    public static Generations Unknown { get; } = new();

    /// <summary>The stamp of what begins now.</summary>
    public GenerationStamp Stamp => new(Epoch, Sequence);

    /// <summary>Whether no purge concerns something since its making began.</summary>
    /// <param name="began">Its stamp.</param>
    /// <param name="subjects">All by which it can be purged.</param>
    public bool IsCurrent(GenerationStamp began, ImmutableArray<PurgeSubject> subjects)
    {
        if (began.Epoch != Epoch || Epoch == Guid.Empty || began.Sequence < Floor) return false;
        if (began.Sequence >= Sequence) return true; // by far the most frequent case: nothing was purged since
        foreach (var subject in subjects)
        {
            if (Purges.TryGetValue(subject, out var purged) && purged > began.Sequence) return false;
        }

        return true;
    }

    /// <summary>The purges and one more.</summary>
    /// <param name="subject">What is purged.</param>
    public Generations Purge(PurgeSubject subject)
    {
        var next = Sequence + 1;
        return Purges.Count < MostSubjects || Purges.ContainsKey(subject)
            ? this with { Sequence = next, Purges = Purges.SetItem(subject, next) }
            : new() { Epoch = Epoch, Sequence = next, Floor = next };
    }

    /// <summary>Whether another value says more than this one: it does when it is of another count, and unless this one counts further.</summary>
    /// <param name="other">The other value.</param>
    public bool IsOlderThan(Generations other) => Epoch != other.Epoch || Sequence < other.Sequence;

    /// <summary>How many subjects are told apart; past that everything is purged once, and the list begins anew.</summary>
    public const int MostSubjects = 10_000;
}
