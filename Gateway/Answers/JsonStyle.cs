using System.Text.Encodings.Web;
using System.Text.Json;

namespace Aggregator.Gateway.Answers;

/// <summary>How the gateway writes JSON of its own.</summary>
internal static class JsonStyle
{
    /// <summary>Compact, and without escapes that only text inside HTML needs: every answer is typed and must not be sniffed.</summary>
    public static JsonWriterOptions Writer { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
