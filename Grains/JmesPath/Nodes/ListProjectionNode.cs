using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary>
/// <c>left[*]right</c> and <c>left[a:b]right</c>: what the right gives on each element, without nulls; null if the left is no list.
/// </summary>
internal sealed class ListProjectionNode(Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var list = left.Evaluate(current, run);
        if (list.Kind != JsonKind.List)
        {
            // A slice of a string is a string: it is one value, and no projection.
            return list.Kind == JsonKind.String && left is SliceNode ? right.Evaluate(list, run) : JsonValue.Null;
        }

        run.SpendMaking(0);
        var projected = new ListBuilder(0);
        for (var cursor = new ElementCursor(list); cursor.MoveNext();)
        {
            run.SpendReading(cursor.Current);
            var value = right.Evaluate(cursor.Current, run);
            if (!value.IsNull)
            {
                projected.Add(value);
            }
        }

        return projected.Build(run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        use.AddValue(right, atRoot: false);
        return false;
    }
}
