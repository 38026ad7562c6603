using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>The names that an expression of a report can use, each declared once: a name means one thing in the whole report.</summary>
internal sealed class NameScope(ProblemList problems)
{
    private readonly Dictionary<string, (string Role, Place Place)> _declared = [];

    public bool Knows(string name) => _declared.ContainsKey(name);

    /// <summary>Declares a name for the whole report.</summary>
    /// <param name="member">The name, and what stands behind it.</param>
    /// <param name="role">What it names, with its article: <c>a parameter</c>.</param>
    public void Declare(Member member, string role)
    {
        if (IsFree(member, role))
        {
            _declared.Add(member.Key, (role, member.KeyPlace));
        }
    }

    /// <summary>Checks a name that only one source will see.</summary>
    public bool IsFree(Member member, string role)
    {
        var name = member.Key;
        if (name.StartsWith('_') || NamePattern.IsReserved(name))
        {
            problems.Error(
                member.KeyPlace,
                $"the reserved name `{Excerpt.Of(name)}`",
                "a name of your own: item, items, index, response and whatever begins with _ are ours");
            return false;
        }

        if (!NamePattern.Identifier().IsMatch(name))
        {
            problems.Error(member.KeyPlace, $"the name `{Excerpt.Of(name)}`", $"{role} named by a letter, then letters, digits and _");
            return false;
        }

        if (_declared.TryGetValue(name, out var other))
        {
            problems.Error(
                member.KeyPlace,
                $"{role} named `{name}`",
                "a name that nothing else in the report has",
                $"{other.Role} has it at {other.Place}");
            return false;
        }

        return true;
    }
}
