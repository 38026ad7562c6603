using System.Text.Json;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.PublicCacheTests;

/// <summary>Runs the public cache tests.</summary>
internal static class CacheTestRun
{
    /// <summary>Runs them against a cache.</summary>
    /// <param name="cache">The URL below which the cache answers for the tests' origin, without a slash at its end.</param>
    /// <param name="ids">The tests to run; all of them when there are none.</param>
    /// <returns>The outcomes by the tests' ids.</returns>
    public static async Task<IReadOnlyDictionary<string, CacheTestOutcome>> RunAsync(string cache, params IEnumerable<string> ids)
    {
        await using var process = StartedProcess.Start("node", ["--no-warnings", Repository.PathOf("tests", "servers", "http-cache-tests.mjs"), cache, .. ids]);
        var outcomes = await process.WaitForAsync(@"^\{.*\}$", TimeSpan.FromMinutes(5));
        return JsonSerializer.Deserialize<Dictionary<string, CacheTestOutcome>>(outcomes.Value, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException(process.Output);
    }
}
