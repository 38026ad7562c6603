using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Syntax;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary>Numbers on their way into arithmetic and out of it.</summary>
internal static class Operand
{
    private const int LongestDecimal = 32;

    /// <summary>A number to compute with.</summary>
    /// <exception cref="ExpressionException">It is no number, or too large a one.</exception>
    public static decimal Of(JsonValue value, TokenKind operation, Evaluation run)
    {
        if (value.Kind != JsonKind.Number)
        {
            throw new ExpressionException(ExpressionErrorKind.InvalidType, $"{operation.Words()} takes numbers, not {value.Kind.Words()}.");
        }

        run.SpendReading(value);
        return NumberText.TryToDecimal(value.Text, out var number) ? number : throw Overflow(operation);
    }

    /// <summary>A number that was computed.</summary>
    public static JsonValue Result(decimal number, Evaluation run)
    {
        run.SpendWriting(LongestDecimal);
        return JsonValue.FromNumber(number);
    }

    public static ExpressionException Overflow(TokenKind operation) =>
        new(ExpressionErrorKind.InvalidValue, $"{operation.Words()} meets a number that is too large to compute with.");
}
