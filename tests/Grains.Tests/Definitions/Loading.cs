using System.Text;
using Aggregator.Definitions;

namespace Aggregator.Tests.Definitions;

/// <summary>Loads definitions that stand in a test's own text.</summary>
internal static class Loading
{
    public const string Upstreams = "upstreams:\n  crm: { url: https://crm.example/api }\n";

    public static DefinitionFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public static LoadResult Load(params DefinitionFile[] files) => DefinitionLoader.Load(files, SecretTable.Empty);

    /// <summary>Loads one report beside the upstream <c>crm</c>.</summary>
    public static ReportDefinition Report(string text, string path = "r.yaml")
    {
        var result = Load(File("u.yaml", Upstreams), File(path, text));
        Assert.Empty(result.Problems);
        return Assert.Single(result.Definitions!.Reports.Values);
    }

    /// <summary>Loads one upstream named <c>crm</c>.</summary>
    public static UpstreamDefinition Upstream(string settings, SecretTable? secrets = null, string name = "crm")
    {
        var result = DefinitionLoader.Load([File("u.yaml", $"upstreams:\n  {name}: {settings}\n")], secrets ?? SecretTable.Empty);
        Assert.Empty(result.Problems);
        return Assert.Single(result.Definitions!.Upstreams.Values);
    }
}
