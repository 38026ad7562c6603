using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Functions;

/// <summary>Functions of any value: what kind it is, and how it becomes another.</summary>
internal static class KindFunctions
{
    public static Function[] All { get; } =
    [
        new("not_null", 1, Function.Any, NotNull),
        new("to_array", 1, 1, ToArray),
        new("to_number", 1, 1, ToNumber),
        new("to_string", 1, 1, ToText),
        new("type", 1, 1, static call => KindNames.LanguageValue(call[0].Kind)),
    ];

    private static JsonValue NotNull(Call call)
    {
        for (var i = 0; i < call.Count; i++)
        {
            if (!call[i].IsNull)
            {
                return call[i];
            }
        }

        return JsonValue.Null;
    }

    private static JsonValue ToArray(Call call)
    {
        if (call[0].Kind == JsonKind.List)
        {
            return call[0];
        }

        var list = new ListBuilder(1);
        list.Add(call[0]);
        return list.Build(call.Run);
    }

    /// <summary>The number that a string is in JSON's grammar, as written; null for all else but numbers.</summary>
    private static JsonValue ToNumber(Call call)
    {
        if (call[0].Kind == JsonKind.Number)
        {
            return call[0];
        }

        if (call[0].Kind != JsonKind.String)
        {
            return JsonValue.Null;
        }

        var text = call.Utf8(0);
        return text.Length > 0 && text[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9')
            && text[^1] is >= (byte)'0' and <= (byte)'9'
            && JsonText.Check(text) is null
            ? JsonValue.Whole(text.ToArray())
            : JsonValue.Null;
    }

    private static JsonValue ToText(Call call)
    {
        if (call[0].Kind == JsonKind.String)
        {
            return call[0];
        }

        call.Run.SpendWriting(call[0].Size);
        return StringText.ToJson(ValueWriter.Compact(call[0]));
    }
}
