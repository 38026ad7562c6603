using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>
/// Reads a map with a fixed vocabulary: each key is taken once, whatever was asked for is known, and what is left at the end is a
/// problem.
/// </summary>
/// <param name="node">The map.</param>
/// <param name="what">What the map describes, for people: <c>an upstream</c>.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class MappingReader(MappingNode node, string what, ProblemList problems)
{
    private readonly Dictionary<string, Member> _left = node.Members.ToDictionary(member => member.Key);
    private readonly List<string> _known = [];

    public Place Place => node.Place;

    /// <summary>The member of this key, if it is there.</summary>
    public Member? TakeMember(string key)
    {
        _known.Add(key);
        return _left.Remove(key, out var member) ? member : null;
    }

    /// <summary>The value of this key, if it is there.</summary>
    public Node? Take(string key) => TakeMember(key)?.Value;

    /// <summary>Whether a key is there that has not been taken.</summary>
    public bool Has(params IEnumerable<string> keys) => keys.Any(_left.ContainsKey);

    /// <summary>Reports what is left: keys of the format that this version does not know yet, and unknown ones.</summary>
    /// <param name="later">The keys that a later version will take.</param>
    public void Close(ImmutableArray<string> later = default)
    {
        var notYet = later.IsDefault ? [] : later;
        foreach (var member in _left.Values)
        {
            if (notYet.Contains(member.Key))
            {
                problems.Error(
                    member.KeyPlace,
                    $"`{member.Key}`, which this version does not support yet",
                    $"a key of {what} that it supports");
            }
            else
            {
                problems.UnknownName(
                    member.KeyPlace, "key", member.Key, $"a key of {what}: {string.Join(", ", _known)}", _known.Concat(notYet));
            }
        }
    }
}
