using System.Collections.Immutable;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>[a, b]</c>: a list of what each part gives.</summary>
internal sealed class MultiSelectListNode(ImmutableArray<Node> parts) : Node(1 + parts.Max(static part => part.Depth))
{
    private readonly MultiSelection _selection = new(parts);

    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var values = new JsonValue[parts.Length];
        var size = _selection.Evaluate(current, run, values);
        run.RequireRoom(size);
        return JsonValue.Of(new ComputedList(values, values.Length, size));
    }

    public override bool Use(RootUseBuilder use, bool atRoot)
    {
        foreach (var part in parts)
        {
            use.AddValue(part, atRoot);
        }

        return false;
    }
}
