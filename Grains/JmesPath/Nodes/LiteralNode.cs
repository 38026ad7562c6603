namespace Aggregator.JmesPath.Nodes;

/// <summary>A literal or a raw string.</summary>
internal sealed class LiteralNode(JsonValue value) : Node(1)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run) => value;

    public override bool Use(RootUseBuilder use, bool atRoot) => false;
}
