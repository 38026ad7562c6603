using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left[n]</c>: an element, counted from the end if negative; null if there is none.</summary>
internal sealed class IndexNode(Node left, int index) : Node(1 + left.Depth)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var list = left.Evaluate(current, run);
        if (list.AsComputedList is { } made)
        {
            var at = index < 0 ? made.Count + index : index;
            return at >= 0 && at < made.Count ? made[at] : JsonValue.Null;
        }

        return index < 0 ? FromEnd(list, run) : FromStart(list, run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        return false;
    }

    private JsonValue FromStart(JsonValue list, Evaluation run)
    {
        var at = 0;
        for (var cursor = new ElementCursor(list); cursor.MoveNext(); at++)
        {
            run.SpendReading(cursor.Current);
            if (at == index)
            {
                return cursor.Current;
            }
        }

        return JsonValue.Null;
    }

    private JsonValue FromEnd(JsonValue list, Evaluation run)
    {
        // Text can only be read forwards: first to count, then up to the element.
        var at = ListLength.Of(list, run) + index;
        for (var cursor = new ElementCursor(list); at >= 0 && cursor.MoveNext(); at--)
        {
            if (at == 0)
            {
                return cursor.Current;
            }
        }

        return JsonValue.Null;
    }
}
