using System.Text.Json;

namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>One test of the suite.</summary>
internal sealed record SuiteCase(string Id, string Kind, IReadOnlyList<SuiteStep> Steps)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<SuiteCase> All { get; } =
        [.. $"{SuiteFreshness.Lines}\n{SuiteMessages.Lines}".Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    private static SuiteCase Read(string line) =>
        JsonSerializer.Deserialize<SuiteCase>(line, Json) ?? throw new InvalidOperationException(line);
}
