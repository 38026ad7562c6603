using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Syntax;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary>A comparison: <c>==</c> and <c>!=</c> of any two values, the others of numbers; null if one is no number.</summary>
internal sealed class ComparisonNode(TokenKind comparison, Node left, Node right) : Node(1 + Math.Max(left.Depth, right.Depth))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        run.Spend(1);
        var one = left.Evaluate(current, run);
        var other = right.Evaluate(current, run);
        if (comparison is TokenKind.Equal or TokenKind.NotEqual)
        {
            return JsonValue.FromBoolean(ValueEquality.AreEqual(one, other, run) == (comparison == TokenKind.Equal));
        }

        if (one.Kind != JsonKind.Number || other.Kind != JsonKind.Number)
        {
            return JsonValue.Null;
        }

        run.SpendReading(one.Size + other.Size);
        var order = NumberText.Compare(one.Text, other.Text);
        return JsonValue.FromBoolean(comparison switch
        {
            TokenKind.Less => order < 0,
            TokenKind.LessOrEqual => order <= 0,
            TokenKind.Greater => order > 0,
            _ => order >= 0,
        });
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        use.AddValue(left, atRoot);
        use.AddValue(right, atRoot);
        return false;
    }
}
