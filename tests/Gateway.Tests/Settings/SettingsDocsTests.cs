using System.Runtime.CompilerServices;
using Aggregator.Gateway.Settings;

namespace Aggregator.Gateway.Tests.Settings;

public sealed class SettingsDocsTests
{
    [Fact]
    public void EverySettingThatWorks_HasARow()
    {
        var working = SettingsTable.All.Where(setting => setting.Works);

        Assert.All(working, setting => Assert.Contains($"\n| `{setting.Key}` |", Operations(), StringComparison.Ordinal));
    }

    [Fact]
    public void NoSettingThatIsRefused_HasARow()
    {
        var refused = SettingsTable.All.Where(setting => !setting.Works);

        Assert.All(refused, setting => Assert.DoesNotContain($"\n| `{setting.Key}` |", Operations(), StringComparison.Ordinal));
    }

    private static string Operations([CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "..", "..", "docs", "operations.md"));
}
