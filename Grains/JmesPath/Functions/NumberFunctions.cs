using System.Globalization;
using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Functions;

/// <summary>
/// Functions of numbers. <c>sum</c> and <c>avg</c> are decimal; the others keep a number as it is written where it is its own result.
/// </summary>
internal static class NumberFunctions
{
    // Whole parts of up to so many digits fit a decimal.
    private const int WholeDigits = 28;

    public static Function[] All { get; } =
    [
        new("abs", 1, 1, Abs),
        new("avg", 1, 1, Average),
        new("ceil", 1, 1, static call => Round(call, up: true)),
        new("floor", 1, 1, static call => Round(call, up: false)),
        new("sum", 1, 1, static call => Operand.Result(Total(call, out _), call.Run)),
    ];

    private static JsonValue Abs(Call call)
    {
        var number = call.Require(0, JsonKind.Number);
        return number is { Text: [(byte)'-', ..], Buffer: { } text } ? JsonValue.Slice(text, number.Start + 1, number.Text.Length - 1) : number;
    }

    private static JsonValue Average(Call call)
    {
        var total = Total(call, out var count);
        return count == 0 ? JsonValue.Null : Operand.Result(total / count, call.Run);
    }

    private static decimal Total(Call call, out int count)
    {
        var total = 0m;
        count = 0;
        for (var cursor = new ElementCursor(call.Require(0, JsonKind.List)); cursor.MoveNext(); count++)
        {
            var number = cursor.Current;
            call.Run.SpendReading(number);
            if (number.Kind != JsonKind.Number)
            {
                throw call.WrongElement("a list of numbers", number);
            }

            if (!NumberText.TryToDecimal(number.Text, out var addend))
            {
                throw call.TooLarge();
            }

            try
            {
                total += addend;
            }
            catch (OverflowException)
            {
                throw call.TooLarge();
            }
        }

        return total;
    }

    private static JsonValue Round(Call call, bool up)
    {
        var number = call.Require(0, JsonKind.Number);
        call.Run.SpendReading(number);
        var parts = new NumberParts(number.Text);
        if (parts.IsInteger)
        {
            return number;
        }

        if (parts.Magnitude > WholeDigits)
        {
            throw call.TooLarge();
        }

        // There is a fraction: what stands before the point is next to it on the side of 0.
        Span<byte> digits = stackalloc byte[WholeDigits];
        digits = digits[..(int)Math.Max(0, parts.Magnitude)];
        parts.CopyWhole(digits);
        var whole = digits.IsEmpty ? 0 : decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        whole += up == parts.IsNegative ? 0 : 1;
        return Operand.Result(parts.IsNegative ? -whole : whole, call.Run);
    }
}
