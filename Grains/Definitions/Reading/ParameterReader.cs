using System.Collections.Immutable;
using Aggregator.Definitions.Syntax;
using Aggregator.Identity;

namespace Aggregator.Definitions.Reading;

/// <summary>Reads declared parameters: the types of their settings, not yet whether the settings agree with one another.</summary>
internal sealed class ParameterReader(ProblemList problems)
{
    private static readonly ImmutableArray<string> Formats = ["date", "date-time", "uuid", "email", "uri"];

    private readonly ValueReader _values = new(problems);

    /// <summary>Reads one parameter; a name with nothing behind it is any string.</summary>
    public ParameterDescriptor? Read(Member parameter)
    {
        if (parameter.Value is ScalarNode { Kind: ScalarKind.Null })
        {
            return new() { Name = parameter.Key };
        }

        if (_values.Map(parameter.Value, "a parameter", "a map of the parameter's settings") is not { } map)
        {
            return null;
        }

        var descriptor = Constraints(map, parameter.Key) with
        {
            Items = Elements(map.Take("items"), parameter.Key),
            MinItems = Count(map.Take("minItems")) ?? 0,
            MaxItems = Count(map.Take("maxItems")),
            Required = _values.Flag(map.Take("required")) ?? false,
            Description = _values.String(map.Take("description"), "text")?.Text,
            Example = Literal(map.Take("example")),
            Claim = _values.String(map.Take("claim"), "the name of a claim")?.Text,
        };
        descriptor = WithDefault(descriptor, map.Take("default"));
        map.Close();
        return descriptor;
    }

    private ParameterDescriptor? Elements(Node? node, string name)
    {
        if (_values.Map(node, "an array's elements", "a map of what each element must be") is not { } map)
        {
            return null;
        }

        var descriptor = Constraints(map, name);
        map.Close();
        return descriptor;
    }

    /// <summary>What a parameter can be and an array's element too.</summary>
    private ParameterDescriptor Constraints(MappingReader map, string name) => new()
    {
        Name = name,
        Type = Type(map.Take("type")),
        Enum = [.. _values.List(map.Take("enum"), "a list of values").Select(Literal).OfType<string>()],
        Pattern = _values.String(map.Take("pattern"), "a regular expression")?.Text,
        Format = OneOf(map.Take("format"), "format", Formats),
        Minimum = _values.Number(map.Take("minimum")),
        Maximum = _values.Number(map.Take("maximum")),
        MinLength = Count(map.Take("minLength")) ?? 0,
        MaxLength = Count(map.Take("maxLength")) ?? ParameterDescriptor.DefaultMaxLength,
    };

    private ParameterType Type(Node? node) => OneOf(node, "type", ["string", "integer", "number", "boolean", "array"]) switch
    {
        "integer" => ParameterType.Integer,
        "number" => ParameterType.Number,
        "boolean" => ParameterType.Boolean,
        "array" => ParameterType.Array,
        _ => ParameterType.String,
    };

    private int? Count(Node? node) => _values.Whole(node, 0, int.MaxValue);

    private ParameterDescriptor WithDefault(ParameterDescriptor descriptor, Node? node) => node is MappingNode
        ? descriptor with { ClockDefault = Clock(node) }
        : descriptor with { Default = Literal(node) };

    private ClockDefault? Clock(Node node)
    {
        if (_values.Map(node, "a clock default", "") is not { } map)
        {
            return null;
        }

        const string Expected = "a literal, or { clock: today, yesterday or now, zone: a time zone such as Europe/Prague }";
        var clock = map.Take("clock");
        var zone = map.Take("zone");
        if (clock is null || zone is null)
        {
            problems.Error(node.Place, $"a map without `{(clock is null ? "clock" : "zone")}`", Expected);
            return null;
        }

        map.Close();
        ClockReading? reading = OneOf(clock, "clock", ["today", "yesterday", "now"]) switch
        {
            "today" => ClockReading.Today,
            "yesterday" => ClockReading.Yesterday,
            "now" => ClockReading.Now,
            _ => null,
        };
        return reading is { } what && _values.String(zone, "a time zone such as Europe/Prague") is { } name ? new(what, name.Text) : null;
    }

    private string? OneOf(Node? node, string what, ImmutableArray<string> known)
    {
        var expected = string.Join(", ", known);
        if (_values.String(node, expected) is not { } scalar)
        {
            return null;
        }

        if (known.Contains(scalar.Text))
        {
            return scalar.Text;
        }

        problems.UnknownName(scalar.Place, what, scalar.Text, expected, known);
        return null;
    }

    /// <summary>A value that one parameter can have, as JSON text.</summary>
    private string? Literal(Node? node)
    {
        switch (node)
        {
            case null:
                return null;
            case ScalarNode { Kind: not ScalarKind.Null }:
            case SequenceNode { Height: 1 }:
                return CanonicalText.LiteralText(node);
            default:
                problems.Error(node, "a string, a number, a boolean or a list of these");
                return null;
        }
    }
}
