using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Answers;

/// <summary>The document together with how it came about: <c>application/vnd.aggregator.report+json</c>.</summary>
internal static class Envelope
{
    /// <summary>Writes an envelope. The document goes in as the bytes it is.</summary>
    public static byte[] Write(string report, CanonicalParameters parameters, ReportDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(document.Body.Length + Room);
        using var json = new Utf8JsonWriter(buffer, JsonStyle.Writer);
        json.WriteStartObject();
        json.WriteString("report"u8, report);
        json.WritePropertyName("parameters"u8);
        json.WriteRawValue(parameters.Utf8, skipInputValidation: true);
        json.WriteString("compiledAt"u8, document.CompiledAt.UtcDateTime.ToString(Rfc3339, CultureInfo.InvariantCulture));
        json.WriteBoolean("complete"u8, document.Complete);
        json.WriteString("version"u8, document.Version);
        json.WritePropertyName("sources"u8);
        Provenance.Write(json, document.Sources);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(document.Body, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private const string Rfc3339 = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>What an envelope of a dozen sources needs beside the document, in bytes.</summary>
    private const int Room = 4096;
}
