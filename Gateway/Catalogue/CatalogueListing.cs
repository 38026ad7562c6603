using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Aggregator.Gateway.Answers;
using Aggregator.Identity;

namespace Aggregator.Gateway.Catalogue;

/// <summary>What <c>GET /reports</c> answers: written once for a catalogue, compressed once per coding.</summary>
/// <param name="Body">The JSON text.</param>
/// <param name="Tags">The entity tags of its hash.</param>
internal sealed record CatalogueListing(CodedBody Body, EntityTags Tags)
{
    /// <summary>Writes the listing of some reports.</summary>
    public static CatalogueListing Of(ImmutableArray<CataloguedReport> reports)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Writer))
        {
            json.WriteStartObject();
            json.WriteStartArray("reports"u8);
            foreach (var report in reports)
                WriteReport(json, report);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new(new(buffer.WrittenSpan.ToArray()), new(EntityTags.VersionOf(buffer.WrittenSpan)));
    }

    private static void WriteReport(Utf8JsonWriter json, CataloguedReport report)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, report.Descriptor.Name);
        json.WriteString("summary"u8, report.Descriptor.Summary);
        json.WriteStartArray("parameters"u8);
        foreach (var parameter in report.Descriptor.Parameters.Where(one => one.Claim is null))
            WriteParameter(json, parameter, parameter.Name);
        json.WriteEndArray();
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, report.Path);
        if (report.Route is { } route)
            json.WriteString("route"u8, route.Text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes a parameter, or what the elements of an array must be, in the words of JSON Schema.</summary>
    private static void WriteParameter(Utf8JsonWriter json, ParameterDescriptor parameter, string? name)
    {
        json.WriteStartObject();
        if (name is not null)
        {
            json.WriteString("name"u8, name);
            json.WriteBoolean("required"u8, parameter.Required);
        }

        WriteText(json, "description"u8, parameter.Description);
        json.WriteString("type"u8, TypeName(parameter.Type));
        WriteText(json, "format"u8, parameter.Format);
        WriteText(json, "pattern"u8, parameter.Pattern);
        WriteLimits(json, parameter);
        WriteValues(json, parameter);
        json.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter json, ParameterDescriptor parameter)
    {
        if (parameter.Minimum is { } minimum)
            json.WriteNumber("minimum"u8, minimum);
        if (parameter.Maximum is { } maximum)
            json.WriteNumber("maximum"u8, maximum);
        if (parameter.Type == ParameterType.String)
        {
            if (parameter.MinLength > 0)
                json.WriteNumber("minLength"u8, parameter.MinLength);
            json.WriteNumber("maxLength"u8, parameter.MaxLength);
        }

        if (parameter.Type != ParameterType.Array)
            return;
        if (parameter.MinItems > 0)
            json.WriteNumber("minItems"u8, parameter.MinItems);
        if (parameter.MaxItems is { } most)
            json.WriteNumber("maxItems"u8, most);
        if (parameter.Items is { } items)
        {
            json.WritePropertyName("items"u8);
            WriteParameter(json, items, name: null);
        }
    }

    private static void WriteValues(Utf8JsonWriter json, ParameterDescriptor parameter)
    {
        if (!parameter.Enum.IsDefaultOrEmpty)
        {
            json.WriteStartArray("enum"u8);
            foreach (var value in parameter.Enum)
                json.WriteRawValue(value);
            json.WriteEndArray();
        }

        WriteRaw(json, "default"u8, parameter.Default);
        WriteRaw(json, "example"u8, parameter.Example);
        if (parameter.ClockDefault is not { } clock)
            return;
        json.WriteStartObject("defaultFromClock"u8);
        json.WriteString("clock"u8, ReadingName(clock.Reading));
        json.WriteString("zone"u8, clock.Zone);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is null)
            return;
        json.WritePropertyName(name);
        json.WriteRawValue(text);
    }

    private static string TypeName(ParameterType type) => type switch
    {
        ParameterType.Integer => "integer",
        ParameterType.Number => "number",
        ParameterType.Boolean => "boolean",
        ParameterType.Array => "array",
        _ => "string",
    };

    private static string ReadingName(ClockReading reading) => reading switch
    {
        ClockReading.Today => "today",
        ClockReading.Yesterday => "yesterday",
        _ => "now",
    };
}
