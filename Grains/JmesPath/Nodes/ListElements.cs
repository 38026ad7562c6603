using System.Runtime.InteropServices;
using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Nodes;

/// <summary>The elements of a list in one place, for what must reach them in any order.</summary>
internal static class ListElements
{
    /// <summary>The elements; none for any other kind.</summary>
    public static ReadOnlySpan<JsonValue> Of(JsonValue list, Evaluation run)
    {
        if (list.AsComputedList is { } made)
        {
            run.Spend(made.Count);
            return made.Elements;
        }

        var elements = new List<JsonValue>();
        for (var cursor = new ElementCursor(list); cursor.MoveNext();)
        {
            run.SpendReading(cursor.Current);
            elements.Add(cursor.Current);
        }

        return CollectionsMarshal.AsSpan(elements);
    }
}
