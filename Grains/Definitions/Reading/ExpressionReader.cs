using Aggregator.Definitions.Syntax;
using Aggregator.JmesPath;
using Aggregator.Shaping;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads expressions and the shapes built from them, and explains what YAML did to them.</summary>
/// <param name="isName">Whether something in the report has a name, so that an expression may well mean it.</param>
/// <param name="problems">Where problems go.</param>
internal sealed class ExpressionReader(Func<string, bool> isName, ProblemList problems)
{
    private const string Expected = "a JMESPath expression";

    /// <summary>Reads a setting that is one expression.</summary>
    public PlacedExpression? Expression(Node? node)
    {
        switch (node)
        {
            case null:
                return null;
            case ScalarNode { Kind: ScalarKind.String } scalar:
                return Parse(scalar) is { } expression ? new(expression, scalar.TextPlace ?? scalar.Place) : null;
            case ScalarNode scalar:
                problems.Error(scalar, Expected, scalar.Trap);
                return null;
            default:
                var (bracket, kind) = node is MappingNode ? ('{', "map") : ('[', "list");
                problems.Error(node, Expected, $"an unquoted {bracket} begins a YAML {kind}: quote the whole expression");
                return null;
        }
    }

    /// <summary>Reads a value that is built from expressions.</summary>
    public Shape? Shape(Node? node)
    {
        switch (node)
        {
            case null:
                return null;
            case MappingNode mapping:
                return new Shape.Object(
                    [.. mapping.Members.Select(member => KeyValuePair.Create(member.Key, MemberShape(mapping, member)))]);
            case SequenceNode sequence:
                return new Shape.List([.. sequence.Elements.Select(ElementShape)]);
            case ScalarNode { IsAbsent: true } absent:
                problems.Error(absent, $"{Expected} or a literal", absent.Trap);
                return null;
            case ScalarNode { Kind: ScalarKind.String } scalar:
                WarnOfLostQuotes(scalar);
                return Parse(scalar) is { } expression ? new Shape.Computed(expression) { Place = scalar.TextPlace ?? scalar.Place } : null;
            default:
                return Literal(node);
        }
    }

    /// <summary>A shape that cannot be read is a problem already; null stands in for it until the load ends.</summary>
    private Shape ElementShape(Node node) => Shape(node) ?? new Shape.Literal(JsonValue.Null);

    private Shape MemberShape(MappingNode mapping, Member member)
    {
        if (!mapping.IsFlow || member.Value is not ScalarNode { IsAbsent: true, Trap: null })
        {
            return ElementShape(member.Value);
        }

        problems.Error(
            member.KeyPlace,
            $"`{Excerpt.Of(member.Key)}` without a value",
            "a key and its expression",
            "an unquoted { begins a YAML map: quote the whole expression");
        return new Shape.Literal(JsonValue.Null);
    }

    private static Shape.Literal Literal(Node node) => new(JsonValue.FromChecked(CanonicalText.Literal(node)));

    private Expression? Parse(ScalarNode scalar)
    {
        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            problems.Error(scalar, Expected);
            return null;
        }

        if (JmesPath.Expression.TryParse(scalar.Text, out var expression, out var problem))
        {
            return expression;
        }

        problems.Error(
            scalar.PlaceOf(problem?.Offset ?? 0),
            problem?.Found ?? scalar.Describe(),
            problem?.Expected ?? Expected,
            problem?.Hint ?? scalar.Trap);
        return null;
    }

    /// <summary>YAML takes the quotes off <c>'ok'</c>, and what JMESPath then sees is a name.</summary>
    private void WarnOfLostQuotes(ScalarNode scalar)
    {
        if (scalar.Style == ScalarStyle.SingleQuoted && NamePattern.Identifier().IsMatch(scalar.Text) && !isName(scalar.Text))
        {
            problems.Warning(
                scalar.Place,
                $"`'{Excerpt.Of(scalar.Text)}'`, which is the name {Excerpt.Of(scalar.Text)} once YAML has taken its quotes",
                $"\"'{Excerpt.Of(scalar.Text)}'\" for the text");
        }
    }
}
