using System.Collections.Immutable;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Nodes;

/// <summary><c>{name: a, other: b}</c>: an object of what each part gives. The parser has seen to it that no name comes twice.</summary>
internal sealed class MultiSelectHashNode(ImmutableArray<string> names, ImmutableArray<Node> parts)
    : Node(1 + parts.Max(static part => part.Depth))
{
    private readonly JsonValue[] _names = [.. names.Select(JsonValue.FromString)];
    private readonly MultiSelection _selection = new(parts);
    private readonly long _namesSize = names.Sum(static name => JsonValue.FromString(name).Size + 1);

    public override JsonValue Evaluate(JsonValue current, Evaluation run)
    {
        var values = new JsonValue[parts.Length];
        var size = ValueSize.Add(_selection.Evaluate(current, run, values), _namesSize);
        run.RequireRoom(size);
        return JsonValue.Of(new ComputedObject(_names, values, values.Length, size));
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
