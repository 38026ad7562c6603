using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Aggregator.JmesPath.Functions;

namespace Aggregator.JmesPath.Nodes;

/// <summary>A call of a function.</summary>
internal sealed class CallNode(Function function, ImmutableArray<Node> arguments)
    : Node(1 + arguments.Select(static argument => argument.Depth).DefaultIfEmpty(0).Max())
{
    private readonly Node? _expression = function.ExpressionAt >= 0 ? arguments[function.ExpressionAt] : null;

    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        run.Spend(1);
        var few = default(FewValues);
        var values = arguments.Length <= FewValues.Count ? ((Span<JsonValue>)few)[..arguments.Length] : new JsonValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (i != function.ExpressionAt)
            {
                values[i] = arguments[i].Evaluate(current, run);
            }
        }

        return function.Body(new Call(function, values, _expression, run));
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            use.AddValue(arguments[i], atRoot && i != function.ExpressionAt);
        }

        return false;
    }

    [InlineArray(Count)]
    private struct FewValues
    {
        public const int Count = 4;

        private JsonValue _first;
    }
}
