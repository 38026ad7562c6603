using System.Collections.Immutable;
using Aggregator.Catalog;

namespace Aggregator.Resources;

/// <summary>
/// The purges as one request goes by them: those that this silo has heard of, unless the caller has heard of more. Then what was stored before
/// is of no use to it, for this silo cannot tell what they concern.
/// </summary>
/// <param name="Now">The purges that this silo has heard of.</param>
/// <param name="Known">Those that the caller had heard of when it asked; unknown when it does not say.</param>
internal readonly record struct PurgeView(Generations Now, GenerationStamp Known)
{
    /// <summary>The stamp of what begins for this request.</summary>
    public GenerationStamp Began => IsBehind ? Known : Now.Stamp;

    /// <summary>Whether something stored may be used.</summary>
    /// <param name="began">Its stamp.</param>
    /// <param name="subjects">All by which it can be purged.</param>
    public bool IsCurrent(GenerationStamp began, ImmutableArray<PurgeSubject> subjects) => IsBehind ? began == Known : Now.IsCurrent(began, subjects);

    /// <summary>Whether a call under way may be joined: also while no purges are known at all, for nothing of it is stored then.</summary>
    /// <param name="began">Its stamp.</param>
    /// <param name="subjects">All by which its answer can be purged.</param>
    public bool MayJoin(GenerationStamp began, ImmutableArray<PurgeSubject> subjects) => Began == GenerationStamp.Unknown || IsCurrent(began, subjects);

    private bool IsBehind => Known.Epoch != Guid.Empty && (Now.Epoch != Known.Epoch || Now.Sequence < Known.Sequence);
}
