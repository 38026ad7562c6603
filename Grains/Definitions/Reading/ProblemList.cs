using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Collects the problems of a folder, each once however often an alias repeats its cause.</summary>
internal sealed class ProblemList
{
    /// <summary>More than anyone reads, and few enough that a hostile folder costs nothing.</summary>
    private const int MaxProblems = 1000;

    private readonly HashSet<Problem> _problems = [];

    public bool HasErrors { get; private set; }

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
    public void Error(Node node, string expected, string? hint = null) => Error(node.Place, node.Describe(), expected, hint);

    public void Warning(Place place, string found, string expected, string? hint = null) =>
        Add(new(Severity.Warning, place, found, expected, hint));

    /// <summary>An error about a name that nothing has, with the nearest ones that something has.</summary>
    public void UnknownName(Place place, string kind, string name, string expected, IEnumerable<string> known) =>
        Error(place, $"the unknown {kind} `{Excerpt.Of(name)}`", expected, IsFull ? null : DidYouMean(name, known));

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

    private bool IsFull => _problems.Count >= MaxProblems;

    private static string? DidYouMean(string name, IEnumerable<string> known)
    {
        var near = Identity.NearNames.Of(name, known);
        return near.Count == 0 ? null : $"did you mean {string.Join(" or ", near.Select(each => $"`{each}`"))}?";
    }
}
