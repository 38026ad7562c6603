using System.Text.Json;
using Aggregator.Definitions;

namespace Aggregator.Tests.Definitions;

public sealed class ProblemTextTests
{
    [Fact]
    public void Render_PointsAtTheColumn()
    {
        DefinitionFile[] files = [Loading.File("a/u.yaml", "upstreams:\n  crm:\n    url: https://a\n    timeot: 2s\n")];

        Assert.Equal(
            """
            a/u.yaml:4:5: error: found the unknown key `timeot`; expected a key of an upstream: url, headers, timeout, retry, concurrency, maxResponse, accept, relay, cache
              4 |     timeot: 2s
                |     ^
              hint: did you mean `timeout`?

            """,
            ProblemText.Render(Loading.Load(files).Problems, files));
    }

    [Theory]
    [InlineData("a\tb", 3, "  1 | a\tb\n    |  \t^\n")]
    [InlineData("", 1, "  1 | \n    | ^\n")]
    [InlineData("ab", 9, "  1 | ab\n    |   ^\n")]
    [InlineData("a\u0007b\r\n", 2, "  1 | a b\n    |  ^\n")]
    public void Render_AnyLine_KeepsTheCaretUnderTheColumn(string text, int column, string expected) => Assert.Equal(
        $"f:1:{column}: warning: found x; expected y\n{expected}",
        ProblemText.Render([new(Severity.Warning, new("f", 1, column), "x", "y")], [Loading.File("f", text)]));

    [Fact]
    public void Render_AVeryLongLine_ShowsThePartAroundTheColumn()
    {
        var text = ProblemText.Render(
            [new(Severity.Error, new("f", 1, 5001), "x", "y")], [Loading.File("f", new string('a', 5000) + "b" + new string('c', 5000))]);
        var lines = text.Split('\n');

        Assert.All(lines, line => Assert.True(line.Length < 200));
        Assert.Equal('b', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void Render_AFileThatIsNotThere_GoesWithoutItsLine() => Assert.Equal(
        "gone:1:1: error: found x; expected y\n  hint: z\n",
        ProblemText.Render([new(Severity.Error, new("gone", 1, 1), "x", "y", "z")], []));

    [Fact]
    public void RenderJson_GivesEveryPartOfEveryProblem()
    {
        using var json = JsonDocument.Parse(ProblemText.RenderJson(
            [new(Severity.Error, new("f", 2, 3), "`é`", "\"y\""), new(Severity.Warning, new("g", 1, 1), "x", "y", "z")]));

        Assert.Equal(
            """{"severity":"error","file":"f","line":2,"column":3,"found":"`é`","expected":"\u0022y\u0022","hint":null}""",
            JsonSerializer.Serialize(json.RootElement[0], Relaxed).Replace("\\\"", "\\u0022", StringComparison.Ordinal));
        Assert.Equal("z", json.RootElement[1].GetProperty("hint").GetString());
        Assert.Equal("[]", ProblemText.RenderJson([]));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
