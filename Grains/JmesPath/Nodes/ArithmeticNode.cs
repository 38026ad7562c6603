using Aggregator.JmesPath.Syntax;

namespace Aggregator.JmesPath.Nodes;

/// <summary>Arithmetic on two numbers, as decimals.</summary>
internal sealed class ArithmeticNode(TokenKind operation, Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var one = Operand.Of(left.Evaluate(current, run), operation, run);
        var other = Operand.Of(right.Evaluate(current, run), operation, run);
        try
        {
            return Operand.Result(Compute(one, other), run);
        }
        catch (OverflowException)
        {
            throw Operand.Overflow(operation);
        }
        catch (DivideByZeroException)
        {
            throw new ExpressionException(ExpressionErrorKind.InvalidValue, $"{operation.Words()} cannot divide by 0.");
        }
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        use.AddValue(right, atRoot);
        return false;
    }

    private decimal Compute(decimal one, decimal other) => operation switch
    {
        TokenKind.Plus => one + other,
        TokenKind.Minus => one - other,
        TokenKind.Star => one * other,
        TokenKind.Divide => one / other,
        TokenKind.Modulo => one % other,
        _ => Math.Floor(one / other),
    };
}
