using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary>
/// <c>left[?condition]right</c>: what the right gives on each element on which the condition counts as true, without nulls; null if the
/// left is no list.
/// </summary>
internal sealed class FilterNode(Node left, Node condition, Node right)
    : Node(1 + Math.Max(left.Depth, Math.Max(condition.Depth, right.Depth)))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var list = left.Evaluate(current, run);
        if (list.Kind != JsonKind.List)
        {
            return JsonValue.Null;
        }

        run.SpendMaking(0);
        var chosen = new ListBuilder(0);
        for (var cursor = new ElementCursor(list); cursor.MoveNext();)
        {
            run.SpendReading(cursor.Current);
            if (!condition.Evaluate(cursor.Current, run).IsTruthy)
            {
                continue;
            }

            var value = right.Evaluate(cursor.Current, run);
            if (!value.IsNull)
            {
                chosen.Add(value);
            }
        }

        return chosen.Build(run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        use.AddValue(condition, atRoot: false);
        use.AddValue(right, atRoot: false);
        return false;
    }
}
