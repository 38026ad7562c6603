namespace Aggregator.Catalog;

/// <summary>The purges that had been when something began to be made.</summary>
/// <param name="Epoch">Which count of purges it is: the catalog begins a new one when it starts. Empty when none was known.</param>
/// <param name="Sequence">How many purges there had been.</param>
[GenerateSerializer, Immutable, Alias("generation-stamp")]
public readonly record struct GenerationStamp([property: Id(0)] Guid Epoch, [property: Id(1)] long Sequence)
{
    /// <summary>The stamp of what began before any count was known: nothing that bears it is ever current.</summary>
    public static GenerationStamp Unknown => default;

    /// <summary>The stamp of what is made from two things: that of the older one, and unknown when they do not belong to one count.</summary>
    /// <param name="one">One stamp.</param>
    /// <param name="other">The other.</param>
    public static GenerationStamp Earlier(GenerationStamp one, GenerationStamp other) =>
        one.Epoch != other.Epoch ? Unknown : one.Sequence <= other.Sequence ? one : other;
}
