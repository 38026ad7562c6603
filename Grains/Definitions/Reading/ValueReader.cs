using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads single values. Nothing in gives nothing out; a wrong value is a problem and gives nothing out.</summary>
internal sealed class ValueReader(ProblemList problems)
{
    /// <summary>The longest wait that any setting can ask for.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    public MappingReader? Map(Node? node, string what, string expected) =>
        Members(node, expected) is { } mapping ? new(mapping, what, problems) : null;

    /// <summary>A map whose keys are the user's own names.</summary>
    public MappingNode? Members(Node? node, string expected) => Is<MappingNode>(node, expected);

    public ImmutableArray<Node> List(Node? node, string expected) => Is<SequenceNode>(node, expected)?.Elements ?? [];

    /// <summary>A string that is not empty.</summary>
    public ScalarNode? String(Node? node, string expected)
    {
        if (node is null or ScalarNode { Kind: ScalarKind.String, Text.Length: > 0 })
        {
            return node as ScalarNode;
        }

        problems.Error(
            node,
            expected,
            node is ScalarNode { Kind: not (ScalarKind.Null or ScalarKind.String) } ? "put it in quotes to make it a string" : null);
        return null;
    }

    public bool? Flag(Node? node)
    {
        if (node is null or ScalarNode { Kind: ScalarKind.Boolean })
        {
            return (node as ScalarNode)?.Text == "true";
        }

        var oldBoolean = node is ScalarNode { Style: ScalarStyle.Plain, Text: var text }
            && text.ToUpperInvariant() is "YES" or "NO" or "ON" or "OFF" or "Y" or "N";
        problems.Error(node, "true or false", oldBoolean ? "in YAML 1.2 only true and false are booleans" : null);
        return null;
    }

    public int? Whole(Node? node, int least, int most)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ScalarNode { Kind: ScalarKind.Number } scalar
            && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        problems.Error(node, $"a whole number from {least} to {most}");
        return null;
    }

    public decimal? Number(Node? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ScalarNode { Kind: ScalarKind.Number } scalar
            && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problems.Error(node, "a number");
        return null;
    }

    /// <summary>A wait: more than nothing and at most a day.</summary>
    public TimeSpan? Duration(Node? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ScalarNode { Kind: ScalarKind.String } scalar && Quantity.TryParseDuration(scalar.Text, out var duration)
            && duration > TimeSpan.Zero && duration <= MaxWait)
        {
            return duration;
        }

        problems.Error(node, "a duration with its unit, such as 800ms, 2s, 5m or 1h, of at most 1d", MissingUnit(node));
        return null;
    }

    /// <summary>A size in bytes: at least one and at most 1 GiB.</summary>
    public long? Size(Node? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is ScalarNode { Kind: ScalarKind.String } scalar && Quantity.TryParseSize(scalar.Text, out var size)
            && size is > 0 and <= 1L << 30)
        {
            return size;
        }

        problems.Error(node, "a size with its unit, such as 512B, 64KiB or 4MiB, of at most 1GiB", MissingUnit(node));
        return null;
    }

    private static string? MissingUnit(Node node) => node is ScalarNode { Kind: ScalarKind.Number } ? "the unit is missing" : null;

    private TNode? Is<TNode>(Node? node, string expected)
        where TNode : Node
    {
        if (node is not (null or TNode))
        {
            problems.Error(node, expected);
        }

        return node as TNode;
    }
}
