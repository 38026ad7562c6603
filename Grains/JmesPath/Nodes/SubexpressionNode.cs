namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left.right</c>: null if the left is.</summary>
internal sealed class SubexpressionNode(Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var value = left.Evaluate(current, run);
        return value.IsNull ? JsonValue.Null : right.Evaluate(value, run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot) => right.Use(use, left.Use(use, atRoot));
}
