using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;
using Aggregator.Identity;

namespace Aggregator.Definitions.Reading;

/// <summary>Collects the problems of a folder, each once however often an alias repeats its cause.</summary>
internal sealed class ProblemList
{
    /// <summary>More than anyone reads, and few enough that a hostile folder costs nothing.</summary>
    private const int MaxProblems = 1000;

    /// <summary>Suggestions compare one name with many: so often, and with so many.</summary>
    private const int MaxSuggestions = 100;
    private const int MaxKnown = 1000;

    private readonly HashSet<Problem> _problems = [];

    public bool HasErrors { get; private set; }

    public int Count => _problems.Count;

    /// <summary>Whether further problems are counted as errors, but not kept.</summary>
    public bool IsFull => _problems.Count >= MaxProblems;

    public void Add(Problem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        if (!IsFull)
        {
            _problems.Add(problem);
        }
    }

    public void Error(Place place, string found, string expected, string? hint = null) =>
        Add(new(Severity.Error, place, found, expected, hint));

    /// <summary>An error about a node, which is described as what was found.</summary>
    public void Error(Node node, string expected, string? hint = null)
    {
        if (node is not ScalarNode { IsBroken: true })
        {
            Error(node.Place, node.Describe(), expected, hint);
        }
    }

    public void Warning(Place place, string found, string expected, string? hint = null) =>
        Add(new(Severity.Warning, place, found, expected, hint));

    /// <summary>An error about a name that nothing has, with the nearest ones that something has.</summary>
    public void UnknownName(Place place, string kind, string name, string expected, IEnumerable<string> known) =>
        Error(
            place,
            $"the unknown {kind} `{Excerpt.Of(name)}`",
            expected,
            _problems.Count < MaxSuggestions ? DidYouMean(name, known) : null);

    /// <summary>The problems by file, in the files' order, and place.</summary>
    public ImmutableArray<Problem> InOrder(IReadOnlyList<DefinitionFile> files)
    {
        var order = new Dictionary<string, int>();
        foreach (var file in files)
        {
            order.TryAdd(file.Path, order.Count);
        }

        return [.. _problems.OrderBy(p => order[p.Place.File]).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column)];
    }

    private static string? DidYouMean(string name, IEnumerable<string> known)
    {
        var near = NearNames.Of(name, known.Take(MaxKnown));
        return near.Count == 0 ? null : $"did you mean {string.Join(" or ", near.Select(each => $"`{each}`"))}?";
    }
}
