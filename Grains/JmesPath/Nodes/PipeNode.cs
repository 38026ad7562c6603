namespace Aggregator.JmesPath.Nodes;

/// <summary><c>left | right</c>: the right is evaluated on whatever the left gives, null too.</summary>
internal sealed class PipeNode(Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run) => right.Evaluate(left.Evaluate(current, run), run);

    public override bool Use(RootUseBuilder use, bool atRoot) => right.Use(use, left.Use(use, atRoot));
}
