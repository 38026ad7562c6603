using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Functions;

/// <summary>Functions that put values in order: numbers by value, strings by code points; never both at once.</summary>
internal static class OrderFunctions
{
    private const int StepsToPlace = 5;

    public static Function[] All { get; } =
    [
        new("max", 1, 1, static call => Extreme(call, greatest: true)),
        new("max_by", 2, 2, static call => Extreme(call, greatest: true), ExpressionAt: 1),
        new("min", 1, 1, static call => Extreme(call, greatest: false)),
        new("min_by", 2, 2, static call => Extreme(call, greatest: false), ExpressionAt: 1),
        new("sort", 1, 1, Sort),
        new("sort_by", 2, 2, Sort, ExpressionAt: 1),
    ];

    /// <summary>The first of the greatest or least elements; null if there are none.</summary>
    private static JsonValue Extreme(Call call, bool greatest)
    {
        var elements = call.Elements(0);
        var keys = Keys(call, elements);
        var best = 0;
        for (var i = 1; i < keys.Length; i++)
        {
            var order = keys[i].CompareValue(keys[best]);
            best = (greatest ? order > 0 : order < 0) ? i : best;
        }

        return elements.IsEmpty ? JsonValue.Null : elements[best];
    }

    private static JsonValue Sort(Call call)
    {
        var elements = call.Elements(0);
        var keys = Keys(call, elements);
        call.Run.Spend((long)keys.Length * StepsToPlace * (int.Log2(Math.Max(1, keys.Length)) + 1));
        Array.Sort(keys);
        var sorted = new ListBuilder(keys.Length);
        foreach (var key in keys)
        {
            sorted.Add(elements[key.Place]);
        }

        return sorted.Build(call.Run);
    }

    private static SortKey[] Keys(Call call, ReadOnlySpan<JsonValue> elements)
    {
        var keys = new SortKey[elements.Length];
        var kind = JsonKind.Null;
        for (var i = 0; i < keys.Length; i++)
        {
            var value = call.On(elements[i]);
            call.Run.SpendReading(value);
            kind = i == 0 ? value.Kind : kind;
            if (value.Kind != kind || kind is not (JsonKind.Number or JsonKind.String))
            {
                throw call.WrongElement("only numbers or only strings", value);
            }

            keys[i] = new(value, i);
        }

        return keys;
    }
}
