using System.Collections.Immutable;

namespace Aggregator.Definitions.Syntax;

/// <summary>A list.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Elements">Its elements.</param>
internal sealed record SequenceNode(Place Place, ImmutableArray<Node> Elements) : Node(Place)
{
    public override int Size { get; } = 1 + Elements.Sum(element => element.Size);

    public override int Height { get; } = 1 + Elements.Select(element => element.Height).DefaultIfEmpty().Max();

    public override string Describe() => Elements.IsEmpty ? "an empty list" : "a list";
}
