using System.Collections.Immutable;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>let $name = value, … in body</c>. The values do not see the names that are bound beside them.</summary>
internal sealed class LetNode(ImmutableArray<string> names, ImmutableArray<Node> values, Node body)
    : Node(1 + Math.Max(body.Depth, values.Max(static value => value.Depth)))
{
    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        run.Spend(1);
        var outer = run.Variables;
        var inner = outer;
        for (var i = 0; i < names.Length; i++)
        {
            inner = inner.With(names[i], values[i].Evaluate(current, run));
        }

        run.Variables = inner;
        var result = body.Evaluate(current, run);
        run.Variables = outer;
        return result;
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        foreach (var value in values)
        {
            use.AddValue(value, atRoot);
        }

        use.Bind(names);
        var isRoot = body.Use(use, atRoot);
        use.Unbind(names);
        return isRoot;
    }
}
