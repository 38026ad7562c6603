using System.Text;
using Aggregator.Definitions;
using Aggregator.Planning;

namespace Aggregator.Tests.Reports;

/// <summary>Plans from the text of a definition, as the folder's reader makes them.</summary>
internal static class Plans
{
    /// <summary>The plan of a report whose sources call the upstream <c>up</c>.</summary>
    /// <param name="report">The report's text.</param>
    /// <param name="upstream">The settings of the upstream beside its URL.</param>
    public static ReportPlan Of(string report, string upstream = "retry: 0")
    {
        var result = Result(report, upstream);
        Assert.True(result.Plans is not null, string.Join('\n', result.Problems));
        return Assert.Single(result.Plans.Reports).Value;
    }

    /// <summary>What planning a report comes to, problems included.</summary>
    public static PlanResult Result(string report, string upstream = "retry: 0")
    {
        var loaded = DefinitionLoader.Load(
            [File("upstreams.yaml", $"upstreams:\n  up: {{ url: \"http://upstream.test\", {upstream} }}\n"), File("report.yaml", report)], NoSecrets.Instance);
        Assert.True(loaded.Definitions is not null, string.Join('\n', loaded.Problems));
        return Planner.Plan(loaded.Definitions);
    }

    private static DefinitionFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private sealed class NoSecrets : ISecretSource
    {
        public static readonly NoSecrets Instance = new();

        public ReadOnlyMemory<byte> DigestKey => new byte[32];

        public bool TryGetVariable(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => (value = null) is not null;

        public bool TryReadFile(string path, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => (value = null) is not null;
    }
}
