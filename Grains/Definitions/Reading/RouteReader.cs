using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Aggregator.Definitions.Syntax;
using Aggregator.Identity;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads <c>route</c>, a further path of a report, whose whole segments are text or <c>{parameter}</c>.</summary>
internal sealed partial class RouteReader(ProblemList problems)
{
    private const string Expected = "a path such as /customers/{id}/overview";

    /// <summary>What our own paths begin with.</summary>
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "reports", "relay", "live", "runs", "session", "openapi.json", "docs", "health", "admin", "dashboard", "metrics");

    private readonly Dictionary<string, Place> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ValueReader _values = new(problems);

    /// <summary>Reads a route that no report read before has.</summary>
    public string? Read(Node? node, ImmutableArray<ParameterDescriptor> parameters)
    {
        if (_values.String(node, Expected) is not { Text: var route } scalar || !IsPath(scalar))
        {
            return null;
        }

        var segments = route[1..].Split('/');
        CheckHoles(scalar, segments, parameters);
        if (IsHole(segments[0]) || Ours.Contains(segments[0]))
        {
            problems.Error(scalar, "a route that begins with a segment of its own", $"`/{segments[0]}` would take in paths of ours");
        }

        var form = string.Join('/', segments.Select(segment => IsHole(segment) ? "{}" : segment));
        if (!_taken.TryAdd(form, scalar.Place))
        {
            problems.Error(scalar, "a route that no other report has", $"{_taken[form]} has one that matches the same paths");
        }

        return route;
    }

    private bool IsPath(ScalarNode scalar)
    {
        if (Route().IsMatch(scalar.Text) && !scalar.Text.Split('/').Any(segment => segment is "." or ".."))
        {
            return true;
        }

        problems.Error(scalar, $"{Expected}: each segment letters, digits, `.`, `_`, `~` and `-`, or one {{parameter}}");
        return false;
    }

    private void CheckHoles(ScalarNode scalar, string[] segments, ImmutableArray<ParameterDescriptor> parameters)
    {
        var seen = new HashSet<string>();
        foreach (var name in segments.Where(IsHole).Select(segment => segment[1..^1]))
        {
            var place = scalar.PlaceOf(scalar.Text.IndexOf($"{{{name}}}", StringComparison.Ordinal));
            if (!seen.Add(name))
            {
                problems.Error(place, $"`{{{name}}}` again", "each parameter once in a route");
            }
            else if (parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                problems.UnknownName(place, "parameter", name, "a declared parameter", parameters.Select(each => each.Name));
            }
            else if (parameter.Type == ParameterType.Array || parameter.Claim is not null)
            {
                problems.Error(
                    place,
                    $"`{{{name}}}`, which {(parameter.Claim is null ? "is an array" : "comes from a claim")}",
                    "a parameter that one segment can give");
            }
        }
    }

    private static bool IsHole(string segment) => segment is ['{', ..];

    [GeneratedRegex(@"\A(?:/(?:[A-Za-z0-9._~-]+|\{[A-Za-z][A-Za-z0-9_]*\}))+\z")]
    private static partial Regex Route();
}
