using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left.*right</c>: what the right gives on each member's value, without nulls; null if the left is no object.</summary>
internal sealed class ValueProjectionNode(Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var value = left.Evaluate(current, run);
        if (value.Kind != JsonKind.Object)
        {
            return JsonValue.Null;
        }

        run.SpendReading(value);
        var members = ComputedObject.Of(value);
        run.SpendMaking(0);
        var projected = new ListBuilder(0);
        for (var i = 0; i < members.Count; i++)
        {
            run.Spend(1);
            var result = right.Evaluate(members.Values[i], run);
            if (!result.IsNull)
            {
                projected.Add(result);
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
