using System.Collections.Immutable;

namespace Aggregator.Definitions.Syntax;

/// <summary>A map; no key occurs twice.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Members">Its members, as written.</param>
/// <param name="IsFlow">Whether it is written in braces.</param>
internal sealed record MappingNode(Place Place, ImmutableArray<Member> Members, bool IsFlow) : Node(Place)
{
    public override int Size { get; } = 1 + Members.Sum(member => member.Value.Size);

    public override int Height { get; } = 1 + Members.Select(member => member.Value.Height).DefaultIfEmpty().Max();

    public override string Describe() => Members.IsEmpty ? "an empty map" : "a map";
}
