using System.Runtime.InteropServices;
using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Functions;

/// <summary>Functions of objects and their members. A name that is written twice counts once, with its last value.</summary>
internal static class ObjectFunctions
{
    public static Function[] All { get; } =
    [
        new("from_items", 1, 1, FromItems),
        new("group_by", 2, 2, GroupBy, ExpressionAt: 1),
        new("items", 1, 1, Items),
        new("keys", 1, 1, static call => List(Members(call, 0).Names, call)),
        new("merge", 1, Function.Any, Merge),
        new("values", 1, 1, static call => List(Members(call, 0).Values, call)),
    ];

    private static ComputedObject Members(Call call, int place)
    {
        var value = call.Require(place, JsonKind.Object);
        call.Run.SpendReading(value);
        var members = ComputedObject.Of(value);
        call.Run.Spend(members.Count);
        return members;
    }

    private static JsonValue List(ReadOnlySpan<JsonValue> elements, Call call)
    {
        call.Run.SpendMaking(elements.Length);
        var list = new ListBuilder(elements.Length);
        foreach (var element in elements)
        {
            list.Add(element);
        }

        return list.Build(call.Run);
    }

    private static JsonValue Items(Call call)
    {
        var members = Members(call, 0);
        var items = new ListBuilder(members.Count);
        for (var i = 0; i < members.Count; i++)
        {
            items.Add(List([members.Names[i], members.Values[i]], call));
        }

        return items.Build(call.Run);
    }

    private static JsonValue FromItems(Call call)
    {
        var made = new ObjectBuilder(0);
        foreach (var item in call.Elements(0))
        {
            if (item.Kind != JsonKind.List)
            {
                throw call.WrongElement("a list of pairs", item);
            }

            var pair = ListElements.Of(item, call.Run);
            if (pair.Length != 2)
            {
                throw call.Invalid(0, "no list of pairs of a name and a value");
            }

            if (pair[0].Kind != JsonKind.String)
            {
                throw call.WrongElement("a string as the name in a pair", pair[0]);
            }

            made.Set(pair[0], pair[1]);
        }

        return made.Build(call.Run);
    }

    private static JsonValue Merge(Call call)
    {
        var merged = new ObjectBuilder(0);
        for (var i = 0; i < call.Count; i++)
        {
            var members = Members(call, i);
            for (var j = 0; j < members.Count; j++)
            {
                merged.Set(members.Names[j], members.Values[j]);
            }
        }

        return merged.Build(call.Run);
    }

    private static JsonValue GroupBy(Call call)
    {
        var groups = new List<ListBuilder>();
        var places = new ObjectBuilder(0);
        foreach (var element in call.Elements(0))
        {
            var key = call.On(element);
            if (key.IsNull)
            {
                continue;
            }

            if (key.Kind != JsonKind.String)
            {
                throw call.WrongElement("an expression that gives strings", key);
            }

            call.Run.SpendReading(key);
            if (!places.TryFind(key, out var place))
            {
                place = groups.Count;
                places.Set(key, JsonValue.Null);
                groups.Add(new ListBuilder(0));
            }

            CollectionsMarshal.AsSpan(groups)[place].Add(element);
        }

        for (var i = 0; i < groups.Count; i++)
        {
            places.SetAt(i, groups[i].Build(call.Run));
        }

        return places.Build(call.Run);
    }
}
