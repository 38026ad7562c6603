namespace Aggregator.JmesPath;

/// <summary>What evaluations may cost before they are ended, so that no data and no expression can hold a thread or fill the memory.</summary>
/// <param name="steps">Values visited or made.</param>
/// <param name="outputBytes">Bytes of text made by computing, in UTF-8.</param>
public sealed class EvaluationBudget(long steps = EvaluationBudget.DefaultSteps, long outputBytes = EvaluationBudget.DefaultOutputBytes)
{
    /// <summary>Steps left.</summary>
    public long Steps { get; private set; } = steps;

    /// <summary>Bytes left.</summary>
    public long OutputBytes { get; private set; } = outputBytes;

    /// <summary>The steps of a budget that does not say otherwise.</summary>
    public const long DefaultSteps = 10_000_000;

    /// <summary>The bytes of a budget that does not say otherwise: 64 MiB.</summary>
    public const long DefaultOutputBytes = 64L << 20;
}
