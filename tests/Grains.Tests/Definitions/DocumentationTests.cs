using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Aggregator.Definitions;
using Aggregator.Definitions.Reading;
using Aggregator.Planning;

namespace Aggregator.Tests.Definitions;

/// <summary>The documentation is true: what it shows loads, and what it says is not there yet is not.</summary>
public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/definitions.md")]
    public void The_yaml_of_a_page_is_a_folder_without_problems(string page)
    {
        var files = Yaml().Matches(ReadPage(page)).Select((block, at) => Loading.File($"{page}/block-{at + 1}.yaml", block.Groups["text"].Value)).ToArray();

        var loaded = DefinitionLoader.Load(files, Secrets);
        Assert.True(loaded.Problems.IsEmpty, ProblemText.Render(loaded.Problems, files));
        var planned = Planner.Plan(loaded.Definitions!);

        Assert.True(planned.Problems.IsEmpty, ProblemText.Render(planned.Problems, files));
        Assert.NotEmpty(planned.Plans!.Reports);
    }

    [Fact]
    public void The_keys_that_do_not_work_yet_are_those_that_the_page_says()
    {
        var page = ReadPage("docs/definitions.md");
        var told = Code().Matches(page[page.IndexOf("## Not in this version", StringComparison.Ordinal)..]).Select(code => code.Groups["text"].Value);

        Assert.Equal(LaterKeys.Upstream.Concat(LaterKeys.Report).Concat(LaterKeys.Source).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static readonly SecretTable Secrets = new(new Dictionary<string, string> { ["/run/secrets/shop"] = "secret\n" });

    private static string ReadPage(string page, [CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "..", "..", page));

    [GeneratedRegex(@"^```yaml\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();

    [GeneratedRegex("`(?<text>[a-zA-Z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
