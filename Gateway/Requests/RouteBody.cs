using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Aggregator.Gateway.Answers;
using Aggregator.Identity;

namespace Aggregator.Gateway.Requests;

/// <summary>Joins the parameters in the path of a POST with those in its body, into one JSON object to be bound.</summary>
internal static class RouteBody
{
    /// <summary>Joins both.</summary>
    /// <param name="body">The body.</param>
    /// <param name="values">The parameters in the path.</param>
    /// <param name="declared">The declared parameters.</param>
    /// <returns>
    /// The joined object; a body that is not an object, as it is, for binding to refuse. A name in both places stands twice, and is
    /// refused as that.
    /// </returns>
    public static ReadOnlyMemory<byte> Join(
        ReadOnlyMemory<byte> body, ImmutableArray<KeyValuePair<string, string>> values, ImmutableArray<ParameterDescriptor> declared)
    {
        if (body.Span.StartsWith("\uFEFF"u8))
            body = body[3..];
        var start = body.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (values.IsEmpty || start < 0 || body.Span[start] != (byte)'{')
            return body;

        var joined = new ArrayBufferWriter<byte>(body.Length + 256);
        using (var json = new Utf8JsonWriter(joined, JsonStyle.Writer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                json.WritePropertyName(name);
                WriteValue(json, value, declared.FirstOrDefault(one => one.Name == name));
            }

            json.Flush();
        }

        var rest = body.Span[(start + 1)..];
        var next = rest.IndexOfAnyExcept(" \t\r\n"u8);
        if (next < 0 || rest[next] != (byte)'}')
            joined.Write(","u8);
        joined.Write(rest);
        return joined.WrittenMemory;
    }

    /// <summary>
    /// A path has text only: what reads as the declared type goes in as that, the rest as a string, for binding to refuse.
    /// </summary>
    private static void WriteValue(Utf8JsonWriter json, string value, ParameterDescriptor? declared)
    {
        if (declared?.Type is ParameterType.Integer or ParameterType.Number or ParameterType.Boolean && IsScalar(value))
            json.WriteRawValue(value, skipInputValidation: true);
        else
            json.WriteStringValue(value);
    }

    private static bool IsScalar(string value)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(value));
        try
        {
            return reader.Read() && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False
                && reader.BytesConsumed == value.Length && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
