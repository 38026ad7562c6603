using Aggregator.Definitions.Syntax;
using Aggregator.Planning;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads <c>UPSTREAM:PATH-TEMPLATE</c>.</summary>
/// <param name="upstreams">The names of all upstreams.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class TargetReader(IReadOnlySet<string> upstreams, ProblemList problems)
{
    private const string Expected = "an upstream and a path, such as \"crm:/customers/{id}\"";

    private readonly ValueReader _values = new(problems);

    /// <summary>Reads a target; null when no template can be made out.</summary>
    public CallTarget? Read(Node node)
    {
        if (_values.String(node, Expected) is not { Text: var target } scalar)
        {
            return null;
        }

        var colon = target.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || target[(colon + 1)..] is not (['/'] or ['/', not '/', ..]))
        {
            problems.Error(scalar, Expected, target.Contains("://", StringComparison.Ordinal) ? "hosts stand in upstreams only" : null);
            return null;
        }

        if (!upstreams.Contains(target[..colon]))
        {
            problems.UnknownName(scalar.PlaceOf(0), "upstream", target[..colon], "the name of an upstream", upstreams);
        }

        return ReadTemplate(scalar, colon + 1) is { } template ? new(target[..colon], template, scalar.PlaceOf(colon + 1)) : null;
    }

    private UrlTemplate? ReadTemplate(ScalarNode target, int start)
    {
        if (UrlTemplate.TryParse(target.Text[start..], out var template, out var problem) && template is not null)
        {
            return template;
        }

        problems.Error(
            target.PlaceOf(start + (problem?.Offset ?? 0)),
            problem?.Found ?? target.Describe(),
            problem?.Expected ?? "a path template (RFC 6570)");
        return null;
    }
}
