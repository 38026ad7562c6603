namespace Aggregator.JmesPath.Nodes;

/// <summary><c>@</c>, also where the language leaves it out: <c>[0]</c> is <c>@[0]</c>.</summary>
internal sealed class CurrentNode() : Node(1)
{
    public static CurrentNode Instance { get; } = new();

    public override JsonValue Evaluate(JsonValue current, Evaluation run) => current;

    public override bool Use(RootUseBuilder use, bool atRoot) => atRoot;
}
