using System.Globalization;

namespace Aggregator.Benchmarks.Whole;

/// <summary>Ratios of many rounds: the median and the quartiles around it.</summary>
internal sealed record Spread(double Low, double Median, double High)
{
    /// <summary>The spread of a figure over rounds.</summary>
    public static Spread Of<T>(IReadOnlyCollection<T> rounds, Func<T, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToArray();
        return new(sorted[sorted.Length / 4], sorted[sorted.Length / 2], sorted[3 * sorted.Length / 4]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"x{Median:0.000} ({Low:0.000}..{High:0.000})");
}
