using System.Collections.Immutable;

namespace Aggregator.Definitions;

/// <summary>What one kind of answer means to a source.</summary>
/// <param name="Match">The answers it is about.</param>
/// <param name="Effect">What they mean.</param>
public sealed record OnRule(OnMatch Match, OnEffect Effect)
{
    /// <summary>The meanings as a definition writes them, in the order of <see cref="OnEffect"/>.</summary>
    public static ImmutableArray<string> Effects { get; } = ["ok", "default", "fail", "retry", "notFound", "denied"];

    /// <summary>The meaning as a definition writes it.</summary>
    public string EffectText => Effects[(int)Effect];

    /// <summary>Reads a meaning; null for a word that is none.</summary>
    /// <param name="text">The word.</param>
    public static OnEffect? ParseEffect(string text) => Effects.IndexOf(text) is >= 0 and var index ? (OnEffect)index : null;
}
