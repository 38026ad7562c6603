using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Aggregator.Definitions;
using Aggregator.Definitions.Reading;
using Aggregator.Planning;
using Aggregator.Upstreams;

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

    [Theory]
    [InlineData("upstreams:\n  up: { url: http://up, zzz: 1 }\n")]
    [InlineData("upstreams:\n  up: { url: http://up, retry: { zzz: 1 } }\n")]
    [InlineData("report: r\nzzz: 1\nsources:\n  a: { value: 1 }\n")]
    [InlineData("report: r\ndefaults: { zzz: 1 }\nsources:\n  a: { value: 1 }\n")]
    [InlineData("report: r\nparameters: { p: { zzz: 1 } }\nsources:\n  a: { value: 1 }\n")]
    [InlineData("report: r\nsources:\n  a: { value: 1, zzz: 1 }\n")]
    public void Every_key_that_works_is_told(string definition)
    {
        var problem = Assert.Single(Loading.Load(Loading.File("file.yaml", definition)).Problems);
        var keys = problem.Expected.Split(": ")[1].Split(", ");

        Assert.NotEmpty(keys);
        var page = ReadPage("docs/definitions.md");
        Assert.All(keys, key => Assert.Matches($"`[^`\n]*\\b{key}\\b[^`\n]*`", page));
    }

    [Fact]
    public void Every_word_for_a_failed_call_is_explained()
    {
        var page = ReadPage("docs/failures.md");
        var words = Enum.GetValues<UpstreamOutcomeKind>().Where(kind => kind != UpstreamOutcomeKind.Answer)
            .Select(kind => new UpstreamOutcome { Kind = kind }.Error);

        Assert.All(words.Append("status_NNN"), word => Assert.Contains($"\n| `{word}` |", page, StringComparison.Ordinal));
    }

    private static readonly SecretTable Secrets = new(new Dictionary<string, string> { ["/run/secrets/shop"] = "secret\n" });

    private static string ReadPage(string page, [CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file) ?? "", "..", "..", "..", page));

    [GeneratedRegex(@"^```yaml\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();

    [GeneratedRegex("`(?<text>[a-zA-Z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
