using System.Collections.Immutable;
using Aggregator.Definitions.Reading;

namespace Aggregator.Definitions.Syntax;

/// <summary>Collects the members of a map; a key that occurs again is a problem, and its first value counts.</summary>
internal sealed class UniqueMembers(ProblemList problems)
{
    private readonly ImmutableArray<Member>.Builder _members = ImmutableArray.CreateBuilder<Member>();
    private readonly Dictionary<string, Place> _places = [];

    public void Add(Member member)
    {
        if (_places.TryAdd(member.Key, member.KeyPlace))
        {
            _members.Add(member);
        }
        else
        {
            problems.Error(
                member.KeyPlace,
                $"the key `{Excerpt.Of(member.Key)}` again",
                "each key once in a map",
                $"it first stands at {_places[member.Key]}");
        }
    }

    public ImmutableArray<Member> ToImmutable() => _members.DrainToImmutable();
}
