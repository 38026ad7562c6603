using Aggregator.JmesPath.Syntax;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>+operand</c> and <c>-operand</c>.</summary>
internal sealed class SignNode(TokenKind sign, Node operand) : Node(1 + operand.Depth)
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var number = Operand.Of(operand.Evaluate(current, run), sign, run);
        return Operand.Result(sign == TokenKind.Minus ? -number : number, run);
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(operand, atRoot);
        return false;
    }
}
