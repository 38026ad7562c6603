namespace Aggregator.JmesPath.Nodes;

/// <summary><c>$name</c>.</summary>
internal sealed class VariableNode(string name) : Node(1)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run) => run.Variables.TryGet(name, out var value)
        ? value
        : throw new ExpressionException(ExpressionErrorKind.UndefinedVariable, $"The variable ${name} is not bound.");

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddVariable(name);
        return false;
    }
}
