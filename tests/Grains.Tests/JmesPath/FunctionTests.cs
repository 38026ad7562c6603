using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("contains('a\\u', 'x')", "false")]
    [InlineData("contains(@, 'b')", "true")]
    [InlineData("contains(@, `1.0`)", "true")]
    [InlineData("length('é😀')", "2")]
    [InlineData("reverse('é😀a')", "\"a😀é\"")]
    [InlineData("'é😀a'[1:2]", "\"😀\"")]
    [InlineData("'abc'[::-2]", "\"ca\"")]
    [InlineData("[5:1]", "[]")]
    [InlineData("[-2147483647:2147483647]", "[1,\"b\"]")]
    [InlineData("upper('straße é')", "\"STRAßE É\"")]
    [InlineData("lower('ÀB')", "\"àb\"")]
    [InlineData("find_first('é😀xé', 'x')", "2")]
    [InlineData("find_last('é😀xé', 'é')", "3")]
    [InlineData("find_first('aXa', 'a', `-1`)", "2")]
    [InlineData("find_first('abc', 'c', `0`, `-1`)", "null")]
    [InlineData("find_first('abc', 'a', `1e400`)", "null")]
    [InlineData("pad_left('é', `3`, '😀')", "\"😀😀é\"")]
    [InlineData("replace('aaa', '', 'x')", "\"aaa\"")]
    [InlineData("replace('a\"a', '\"', 'é')", "\"aéa\"")]
    [InlineData("split('', ',')", "[\"\"]")]
    [InlineData("split('é😀', '')", "[\"é\",\"😀\"]")]
    [InlineData("split('ab', '', `2`)", "[\"a\",\"b\"]")]
    [InlineData("split('ab', '', `0`)", "[\"ab\"]")]
    [InlineData("trim('éxé', 'é')", "\"x\"")]
    [InlineData("trim('   ')", "\"\"")]
    [InlineData("join('', @[1:])", "\"b\"")]
    [InlineData("to_string(`{\"a\": [1, 2.50, \"x y\"]}`)", """
        "{\"a\":[1,2.50,\"x y\"]}"
        """)]
    [InlineData("to_string(`null`)", "\"null\"")]
    [InlineData("to_string([@, `1.0`])", """
        "[[1,\"b\"],1.0]"
        """)]
    [InlineData("to_number(' 1')", "null")]
    [InlineData("to_number('1.')", "null")]
    [InlineData("to_number('01')", "null")]
    [InlineData("to_number('-')", "null")]
    [InlineData("to_number('')", "null")]
    [InlineData("to_number('1e5')", "1e5")]
    [InlineData("type(@)", "\"array\"")]
    [InlineData("max(`[\"a\", \"b\", \"B\"]`)", "\"b\"")]
    [InlineData("sort_by(`[{\"k\":2,\"n\":1},{\"k\":1,\"n\":2},{\"k\":2,\"n\":3}]`, &k)[*].n", "[2,1,3]")]
    [InlineData("max_by(`[{\"k\":2,\"n\":1},{\"k\":2,\"n\":3}]`, &k).n", "1")]
    [InlineData("zip(@, `[1]`, `[2, 3]`)", "[[1,1,2]]")]
    [InlineData("from_items(`[]`)", "{}")]
    [InlineData("merge(`{\"a\":1,\"b\":2}`, `{\"\\u0061\":3}`)", """{"a":3,"b":2}""")]
    public void Functions_GiveTheirResults(string expression, string expected) =>
        Assert.Equal(expected, Run.Search(expression, "[1,\"b\"]"));

    [Theory]
    [InlineData("""
        "\u0061"
        """, "a", true)]
    [InlineData("""
        "\ud83d\ude00"
        """, "😀", true)]
    [InlineData("""
        "\\u0061"
        """, "a", false)]
    [InlineData("""
        "\/\b\f\n\r\t\"\\"
        """, "/\b\f\n\r\t\"\\", true)]
    public void Strings_AreComparedByWhatTheyStandFor(string json, string text, bool equal)
    {
        var variables = Variables.None.With("t", JsonValue.FromString(text));
        Assert.Equal(equal ? "true" : "false", Run.Text(Run.Evaluate("@ == $t", Run.Value(json), variables)));
        Assert.Equal(equal, Run.Value(json).GetString() == text);
        Assert.Equal(equal, JsonValue.FromChecked(System.Text.Encoding.UTF8.GetBytes($"{{{json.Trim()}:1}}")).TryGetMember(text, out _));
    }

    [Theory]
    [InlineData("split('a', 'b', `-1`)", ExpressionErrorKind.InvalidValue)]
    [InlineData("replace('a', 'b', 'c', `-1`)", ExpressionErrorKind.InvalidValue)]
    [InlineData("pad_right('a', `-1`)", ExpressionErrorKind.InvalidValue)]
    [InlineData("pad_right('a', `1`, '')", ExpressionErrorKind.InvalidValue)]
    [InlineData("from_items(`[[\"a\"]]`)", ExpressionErrorKind.InvalidValue)]
    [InlineData("pad_right('a', `1e400`)", ExpressionErrorKind.BudgetExceeded)]
    [InlineData("contains('abc', `1`)", ExpressionErrorKind.InvalidType)]
    [InlineData("items(@)", ExpressionErrorKind.InvalidType)]
    [InlineData("length(`1`)", ExpressionErrorKind.InvalidType)]
    [InlineData("lower(`1`)", ExpressionErrorKind.InvalidType)]
    [InlineData("$x", ExpressionErrorKind.UndefinedVariable)]
    public void Errors_TellTheirKind(string expression, ExpressionErrorKind kind) => Assert.Equal(kind, Run.Error(expression, "[]"));

    [Fact]
    public void ErrorMessages_NameKindsAndNeverValues()
    {
        var exception = Assert.Throws<ExpressionException>(() => Run.Search("abs(@)", "\"secret\""));
        Assert.Equal("abs takes a number as argument 1, not a string.", exception.Message);
    }

    [Fact]
    public void Variables_AreLookedUpInTheirScope()
    {
        var variables = Variables.None
            .With("a", JsonValue.FromNumber(1))
            .With("b", JsonValue.FromNumber(2))
            .With("a", JsonValue.FromNumber(3));
        var root = Run.Value("[10,20]");
        Assert.Equal("[13,23]", Run.Text(Run.Evaluate("[*].[@ + $a] | [*][0]", root, variables)));
        Assert.Equal("[3,2]", Run.Text(Run.Evaluate("[$a, $b]", root, variables)));
        Assert.Equal("[[7],3]", Run.Text(Run.Evaluate("[let $a = `7` in [$a], $a]", root, variables)));
    }
}
