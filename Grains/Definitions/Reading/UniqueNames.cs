using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Checks the names that stand in URLs, each of which a folder has once.</summary>
/// <param name="kind">What they name: <c>upstream</c> or <c>report</c>.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class UniqueNames(string kind, ProblemList problems)
{
    private readonly Dictionary<string, Place> _places = [];

    public void Add(string name, Place place)
    {
        if (!NamePattern.Dashed().IsMatch(name))
        {
            problems.Error(
                place, $"the {kind} name `{Excerpt.Of(name)}`", "a name of lower-case letters and digits, with single - or . between them");
        }

        if (!_places.TryAdd(name, place))
        {
            problems.Error(
                place, $"the {kind} `{Excerpt.Of(name)}` again", $"each {kind} once in a folder", $"it first stands at {_places[name]}");
        }
    }
}
