namespace Aggregator.JmesPath.Nodes;

/// <summary><c>$</c>: what the expression is evaluated against, wherever it stands.</summary>
internal sealed class RootNode() : Node(1)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run) => run.Root;

    public override bool Use(RootUseBuilder use, bool atRoot) => true;
}
