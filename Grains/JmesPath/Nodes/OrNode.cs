namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left || right</c>: the left if it counts as true, else the right.</summary>
internal sealed class OrNode(Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var value = left.Evaluate(current, run);
        return value.IsTruthy ? value : right.Evaluate(current, run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        use.AddValue(right, atRoot);
        return false;
    }
}
