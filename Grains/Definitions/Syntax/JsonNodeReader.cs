using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Aggregator.Definitions.Reading;

namespace Aggregator.Definitions.Syntax;

/// <summary>JSON text (RFC 8259) → the same nodes that YAML gives.</summary>
internal sealed class JsonNodeReader(string file, ReadOnlyMemory<byte> utf8, ProblemList problems)
{
    private readonly TextCursor _cursor = new(file, utf8);
    private int _nodes;

    /// <summary>Reads the file's one value.</summary>
    /// <exception cref="UnreadableException">The text is no JSON, is too large or too deep.</exception>
    public Node Read()
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = NodeLimits.MaxDepth + 1 });
        try
        {
            reader.Read();
            var root = ReadNode(ref reader);
            reader.Read();
            return root;
        }
        catch (JsonException)
        {
            throw new UnreadableException(
                new TextCursor(file, utf8).MoveTo(reader.BytesConsumed),
                "text that is no JSON",
                "JSON (RFC 8259): no comments, no trailing commas");
        }
    }

    private Node ReadNode(ref Utf8JsonReader reader)
    {
        var place = _cursor.MoveTo(reader.TokenStartIndex);
        if (++_nodes > NodeLimits.MaxNodes)
        {
            throw new UnreadableException(place, $"more than {NodeLimits.MaxNodes:N0} values in one file", "a smaller file");
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= NodeLimits.MaxDepth)
        {
            throw new UnreadableException(place, "lists and maps too deep in one another", $"at most {NodeLimits.MaxDepth} levels");
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMapping(ref reader, place),
            JsonTokenType.StartArray => ReadSequence(ref reader, place),
            JsonTokenType.String => ReadString(ref reader, place),
            JsonTokenType.Number => Plain(ref reader, place, ScalarKind.Number),
            JsonTokenType.Null => Plain(ref reader, place, ScalarKind.Null),
            _ => Plain(ref reader, place, ScalarKind.Boolean),
        };
    }

    private MappingNode ReadMapping(ref Utf8JsonReader reader, Place place)
    {
        var members = new UniqueMembers(problems);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyPlace = _cursor.MoveTo(reader.TokenStartIndex);
            var key = Unescaped(ref reader, keyPlace);
            reader.Read();
            members.Add(new(key, keyPlace, ReadNode(ref reader)));
        }

        return new(place, members.ToImmutable(), IsFlow: false);
    }

    private SequenceNode ReadSequence(ref Utf8JsonReader reader, Place place)
    {
        var elements = ImmutableArray.CreateBuilder<Node>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(ReadNode(ref reader));
        }

        return new(place, elements.DrainToImmutable());
    }

    private static ScalarNode ReadString(ref Utf8JsonReader reader, Place place) =>
        new(place, ScalarKind.String, Unescaped(ref reader, place), ScalarStyle.DoubleQuoted)
        {
            TextPlace = reader.ValueIsEscaped ? null : place with { Column = place.Column + 1 },
        };

    private static ScalarNode Plain(ref Utf8JsonReader reader, Place place, ScalarKind kind) =>
        new(place, kind, Encoding.UTF8.GetString(reader.ValueSpan), ScalarStyle.Plain);

    private static string Unescaped(ref Utf8JsonReader reader, Place place)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableException(place, "an escape for half of a surrogate pair", "whole characters");
        }
    }
}
