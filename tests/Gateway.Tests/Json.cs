using System.Text.Json;

namespace Aggregator.Gateway.Tests;

/// <summary>Reads the JSON of answers.</summary>
internal static class Json
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync()).RootElement;

    /// <summary>A JSON text that a test spreads over lines, as the one line it is.</summary>
    public static string OneLine(string lines) => string.Concat(lines.Split('\n').Select(line => line.Trim()));

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
