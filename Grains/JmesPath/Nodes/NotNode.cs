namespace Aggregator.JmesPath.Nodes;

/// <summary><c>!operand</c>: whether the operand does not count as true.</summary>
internal sealed class NotNode(Node operand) : Node(1 + operand.Depth)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run) =>
        JsonValue.FromBoolean(!operand.Evaluate(current, run).IsTruthy);

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(operand, atRoot);
        return false;
    }
}
