using System.Text;
using Aggregator.Definitions.Reading;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Tests.Definitions;

public sealed class NodeTests
{
    [Theory]
    [InlineData("{ b: 1.50, a: [x, null, True, 0x10, 1E5, -0] }", """{"b":1.50,"a":["x",null,true,16,1E5,-0]}""")]
    [InlineData("\"\\u00e9 \\\" \\\\ \\n\"", """ "é \" \\ \n" """)]
    [InlineData("'5'", "\"5\"")]
    [InlineData("|\n  a\n  b\n", "\"a\\nb\\n\"")]
    [InlineData("404: x", """{"404":"x"}""")]
    [InlineData("{ yes: on, true: ~ }", """{"yes":"on","true":null}""")]
    public void LiteralText_OfYaml_IsTheValueAsJson(string yaml, string json) =>
        Assert.Equal(json.Trim(), CanonicalText.LiteralText(Read("x.yaml", yaml)));

    [Fact]
    public void Read_JsonAndYamlOfTheSameText_GiveTheSameValues()
    {
        const string Text = """{"a": [1, -0.5e3, "x\ty", "", {"b": {}, "c": []}], "on": true, "d": null}""";

        Assert.Equal(CanonicalText.LiteralText(Read("x.json", Text)), CanonicalText.LiteralText(Read("x.yaml", Text)));
    }

    [Theory]
    [InlineData("k: abc", 2, 1, 6)]
    [InlineData("k: 'abc'", 2, 1, 7)]
    [InlineData("k: \"abc\"", 0, 1, 5)]
    [InlineData("k: 'a''c'", 2, 1, 4)]
    [InlineData("k: \"a\\u0062c\"", 2, 1, 4)]
    [InlineData("k: |\n   ab\n     cd\n", 1, 2, 5)]
    [InlineData("k: |\n   ab\n     cd\n", 6, 3, 7)]
    [InlineData("k: |-\n\n   ab\n", 2, 3, 5)]
    [InlineData("k: |2\n    ab\n", 2, 1, 4)]
    [InlineData("k: >\n   ab\n   cd\n", 1, 1, 4)]
    [InlineData("k: ab\n  cd", 3, 1, 4)]
    [InlineData("k: !!str abc", 2, 1, 4)]
    [InlineData("k: &a abc", 2, 1, 4)]
    public void PlaceOf_ACharacter_IsWhereItStandsOrWhereTheScalarBegins(string yaml, int offset, int line, int column)
    {
        var scalar = Assert.IsType<ScalarNode>(Assert.Single(Assert.IsType<MappingNode>(Read("x.yaml", yaml)).Members).Value);

        Assert.Equal(new("x.yaml", line, column), scalar.PlaceOf(offset));
    }

    [Fact]
    public void Places_InJson_CountCharacters()
    {
        var members = Assert.IsType<MappingNode>(Read("x.json", "{ \"é\": \"ü\",\n  \"b\": [ 1 ] }")).Members;

        Assert.Equal(
            ["x.json:1:3", "x.json:1:8", "x.json:2:3", "x.json:2:8"],
            members.SelectMany(member => new[] { member.KeyPlace.ToString(), member.Value.Place.ToString() }));
    }

    private static Node Read(string path, string text)
    {
        var problems = new ProblemList();
        var node = FileSyntax.Read(new(path, Encoding.UTF8.GetBytes(text)), problems);
        Assert.False(problems.HasErrors);
        Assert.NotNull(node);
        return node;
    }
}
