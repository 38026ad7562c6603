namespace Aggregator.JmesPath;

/// <summary>An expression could not be evaluated on the data that it met.</summary>
/// <param name="kind">The kind of error.</param>
/// <param name="message">One sentence; it tells the kinds of values, never the values.</param>
public sealed class ExpressionException(ExpressionErrorKind kind, string message) : Exception(message)
{
    /// <summary>The kind of error.</summary>
    public ExpressionErrorKind Kind { get; } = kind;
}
