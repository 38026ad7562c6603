using System.Text.Json;

namespace Aggregator.Benchmarks.Whole;

/// <summary>A response as a server gave it, for another server to give again.</summary>
/// <param name="Headers">The header fields but those that a server makes itself.</param>
/// <param name="Body">The body.</param>
internal sealed record RecordedResponse(Dictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Records what a URL answers.</summary>
    public static async Task<RecordedResponse> OfAsync(Uri url)
    {
        using var client = new HttpClient();
        using var response = await client.GetAsync(url);
        response.EnsureSuccessStatusCode();
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding" or "Server"))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new(headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Writes it to a file.</summary>
    public Task SaveAsync(string path) => File.WriteAllTextAsync(path, JsonSerializer.Serialize(this));

    /// <summary>Reads it from a file.</summary>
    public static RecordedResponse Load(string path) =>
        JsonSerializer.Deserialize<RecordedResponse>(File.ReadAllText(path)) ?? throw new InvalidOperationException($"{path} holds no response.");
}
