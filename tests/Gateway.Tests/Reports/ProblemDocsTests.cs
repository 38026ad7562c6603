using System.Reflection;
using System.Runtime.CompilerServices;
using Aggregator.Gateway.Problems;

namespace Aggregator.Gateway.Tests.Reports;

public sealed class ProblemDocsTests
{
    [Fact]
    public void EveryKind_IsExplained_WithItsStatus()
    {
        var docs = File.ReadAllText(Path.Combine(Folder(), "..", "..", "..", "docs", "problems.md"));
        var fields = typeof(ProblemKind).GetFields(BindingFlags.Public | BindingFlags.Static);
        var kinds = fields.Select(field => field.GetValue(null)).OfType<ProblemKind>().ToArray();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.Contains($"**`{kind.Type}`** ({kind.Status})", docs, StringComparison.Ordinal));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";
}
