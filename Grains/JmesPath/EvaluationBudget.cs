namespace Aggregator.JmesPath;

/// <summary>
/// What evaluations may cost before they are ended, so that no data and no expression can hold a thread or fill the memory. It may serve
/// many evaluations, one at a time.
/// </summary>
/// <param name="steps">Values visited or made; 32 bytes of text read count as one.</param>
/// <param name="outputBytes">Bytes of text made by computing, in UTF-8; also the most that one value may take when it is written.</param>
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

    /// <summary>Takes steps; if there are not so many, none are left.</summary>
    internal bool TryTakeSteps(long count)
    {
        var enough = Steps >= count;
        Steps = enough ? Steps - count : 0;
        return enough;
    }

    internal void ReturnSteps(long count) => Steps += count;

    internal bool TryTakeOutput(long bytes)
    {
        var enough = OutputBytes >= bytes;
        OutputBytes = enough ? OutputBytes - bytes : 0;
        return enough;
    }
}
