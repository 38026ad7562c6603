using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Functions;

/// <summary>Functions of lists; those that take a string too count its code points.</summary>
internal static class ListFunctions
{
    public static Function[] All { get; } =
    [
        new("contains", 2, 2, Contains),
        new("join", 2, 2, Join),
        new("length", 1, 1, Length),
        new("map", 2, 2, Map, ExpressionAt: 0),
        new("reverse", 1, 1, Reverse),
        new("zip", 1, Function.Any, Zip),
    ];

    private static JsonValue Contains(Call call)
    {
        var subject = call[0];
        if (subject.Kind == JsonKind.String)
        {
            return JsonValue.FromBoolean(call.Utf8(0).IndexOf(call.Utf8(1)) >= 0);
        }

        if (subject.Kind != JsonKind.List)
        {
            throw call.WrongKind(0, "a list or a string");
        }

        for (var cursor = new ElementCursor(subject); cursor.MoveNext();)
        {
            call.Run.SpendReading(cursor.Current);
            if (ValueEquality.AreEqual(cursor.Current, call[1], call.Run))
            {
                return FixedValues.True;
            }
        }

        return FixedValues.False;
    }

    private static JsonValue Join(Call call)
    {
        var glue = call.Utf8(0);
        var elements = call.Elements(1);
        var output = new TextBuilder(call.Run);
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Kind != JsonKind.String)
            {
                throw call.WrongElement("a list of strings", elements[i]);
            }

            if (i > 0)
            {
                output.Add(glue);
            }

            output.Add(StringText.Decode(elements[i]));
        }

        return output.Build();
    }

    private static JsonValue Length(Call call)
    {
        var count = call[0].Kind switch
        {
            JsonKind.String => StringText.CountCodePoints(call.Utf8(0)),
            JsonKind.List => ListLength.Of(call[0], call.Run),
            JsonKind.Object => Members(call),
            _ => throw call.WrongKind(0, "a string, a list or an object"),
        };
        return JsonValue.FromNumber(count);
    }

    private static int Members(Call call)
    {
        call.Run.SpendReading(call[0]);
        return ComputedObject.Of(call[0]).Count;
    }

    private static JsonValue Map(Call call)
    {
        var mapped = new ListBuilder(0);
        for (var cursor = new ElementCursor(call.Require(1, JsonKind.List)); cursor.MoveNext();)
        {
            call.Run.SpendReading(cursor.Current);
            mapped.Add(call.On(cursor.Current));
        }

        return mapped.Build(call.Run);
    }

    private static JsonValue Reverse(Call call)
    {
        if (call[0].Kind == JsonKind.String)
        {
            return ReverseText(call);
        }

        if (call[0].Kind != JsonKind.List)
        {
            throw call.WrongKind(0, "a list or a string");
        }

        var elements = call.Elements(0);
        var reversed = new ListBuilder(elements.Length);
        for (var i = elements.Length - 1; i >= 0; i--)
        {
            reversed.Add(elements[i]);
        }

        return reversed.Build(call.Run);
    }

    private static JsonValue ReverseText(Call call)
    {
        var text = call.Utf8(0);
        var reversed = new byte[text.Length];
        for (var at = 0; at < text.Length;)
        {
            var length = StringText.Length(text[at]);
            text.Slice(at, length).CopyTo(reversed.AsSpan(text.Length - at - length));
            at += length;
        }

        call.Run.SpendWriting(text.Length);
        return StringText.ToJson(reversed);
    }

    private static JsonValue Zip(Call call)
    {
        var lists = new ElementCursor[call.Count];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = new(call.Require(i, JsonKind.List));
        }

        var zipped = new ListBuilder(0);
        while (true)
        {
            call.Run.SpendMaking(0);
            var row = new ListBuilder(lists.Length);
            for (var i = 0; i < lists.Length; i++)
            {
                if (!lists[i].MoveNext())
                {
                    return zipped.Build(call.Run);
                }

                call.Run.SpendReading(lists[i].Current);
                row.Add(lists[i].Current);
            }

            zipped.Add(row.Build(call.Run));
        }
    }
}
