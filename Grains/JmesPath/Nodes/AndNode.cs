namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left &amp;&amp; right</c>: the left unless it counts as true, else the right.</summary>
internal sealed class AndNode(Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var value = left.Evaluate(current, run);
        return value.IsTruthy ? right.Evaluate(current, run) : value;
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        use.AddValue(right, atRoot);
        return false;
    }
}
