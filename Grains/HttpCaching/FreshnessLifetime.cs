namespace Aggregator.HttpCaching;

/// <summary>How long a response is fresh, and by what.</summary>
/// <param name="Span">The lifetime; zero means never fresh.</param>
/// <param name="Basis">What it rests on.</param>
public readonly record struct FreshnessLifetime(TimeSpan Span, LifetimeBasis Basis)
{
    /// <summary>Whether somebody said it, instead of it being guessed or unknown.</summary>
    public bool IsExplicit => Basis < LifetimeBasis.Heuristic;
}
