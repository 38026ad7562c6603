using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Definitions.Syntax;

/// <summary>Nodes as JSON text: a literal's value, or a definition's content for hashing.</summary>
internal static class CanonicalText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A literal as JSON; numbers as they are written.</summary>
    public static byte[] Literal(Node node)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            Write(writer, node);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <inheritdoc cref="Literal"/>
    public static string LiteralText(Node node) => Encoding.UTF8.GetString(Literal(node));

    public static void Write(Utf8JsonWriter writer, Node node)
    {
        switch (node)
        {
            case MappingNode mapping:
                writer.WriteStartObject();
                foreach (var member in mapping.Members)
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case SequenceNode sequence:
                writer.WriteStartArray();
                foreach (var element in sequence.Elements)
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            case ScalarNode { Kind: ScalarKind.String } scalar:
                writer.WriteStringValue(scalar.Text);
                break;
            case ScalarNode scalar:
                writer.WriteRawValue(scalar.Text, skipInputValidation: true);
                break;
        }
    }
}
