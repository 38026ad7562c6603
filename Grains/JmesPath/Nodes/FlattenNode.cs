using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left[]</c>: the elements, and in place of those that are lists, theirs; null if the left is no list.</summary>
internal sealed class FlattenNode(Node left) : Node(1 + left.Depth)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var list = left.Evaluate(current, run);
        if (list.Kind != JsonKind.List)
        {
            return JsonValue.Null;
        }

        run.SpendMaking(0);
        var flat = new ListBuilder(0);
        for (var cursor = new ElementCursor(list); cursor.MoveNext();)
        {
            run.SpendReading(cursor.Current);
            if (cursor.Current.Kind != JsonKind.List)
            {
                flat.Add(cursor.Current);
                continue;
            }

            for (var inner = new ElementCursor(cursor.Current); inner.MoveNext();)
            {
                run.SpendReading(inner.Current);
                flat.Add(inner.Current);
            }
        }

        return flat.Build(run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        return false;
    }
}
