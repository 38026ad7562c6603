using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("", 0, "the end of the expression", "an expression")]
    [InlineData("a.", 2, "the end of the expression", "a name, *, [ or {")]
    [InlineData("a b", 2, "'b'", "an operator or the end of the expression")]
    [InlineData("a - 1", 4, "'1'", "an expression; a number is written `1`")]
    [InlineData("foo[abc]", 4, "'abc'", "an index, a slice or *; a list of expressions needs a dot before it")]
    [InlineData("'abc", 4, "the end of the expression", "a closing '")]
    [InlineData("`abc`", 0, "'`abc`'", "JSON between back quotes; text that is no JSON is written in single quotes")]
    [InlineData("\"\\x\"", 0, "'\"\\x\"'", "a name in double quotes, escaped as JSON strings are")]
    [InlineData("(a", 2, "the end of the expression", ")")]
    [InlineData("{a b}", 3, "'b'", ":")]
    [InlineData("let $a = b", 10, "the end of the expression", "in")]
    [InlineData("let $a b", 7, "'b'", "=")]
    [InlineData("a # b", 2, "'#'", "a name, an operator or a literal")]
    [InlineData("a[99999999999]", 2, "'99999999999'", "a number of at most 2,147,483,647")]
    [InlineData("map(a, b)", 4, "'a'", "an expression as &name: map evaluates it on each element")]
    [InlineData("length(&a)", 7, "'&'", "a value")]
    [InlineData("abs(a, b)", 0, "'abs'", "1 argument, not 2")]
    [InlineData("find_first(a)", 0, "'find_first'", "2 to 4 arguments, not 1")]
    [InlineData("not_null()", 0, "'not_null'", "at least 1 argument, not 0")]
    public void Problems_TellWhereWhatAndWhatInstead(string expression, int offset, string found, string expected) =>
        Assert.Equal(new SyntaxProblem(offset, found, expected), Run.Problem(expression));

    [Theory]
    [InlineData("lenght(a)", "length")]
    [InlineData("Length(a)", "length")]
    [InlineData("sortby(a, &b)", "sort_by")]
    [InlineData("to_nubmer(a)", "to_number")]
    [InlineData("startswith(a, b)", "starts_with")]
    [InlineData("frobnicate(a)", null)]
    public void AnUnknownFunction_IsAProblemWithTheNearestName(string expression, string? hint) =>
        Assert.Equal(hint, Run.Problem(expression).Hint);

    [Theory]
    [InlineData("let", """{"let":1}""", "1")]
    [InlineData("let.in", """{"let":{"in":2}}""", "2")]
    [InlineData("let $a = in in $a", """{"in":3}""", "3")]
    [InlineData("[let, in]", """{"let":1,"in":3}""", "[1,3]")]
    [InlineData("let $x = a | b in $x", """{"a":{"b":4}}""", "4")]
    [InlineData("let $x = a in $x | [0]", """{"a":[5]}""", "5")]
    [InlineData("x || let $a = a in $a", """{"a":6}""", "6")]
    [InlineData("a*b", """{"a":2,"b":3}""", "6")]
    [InlineData("a * b", """{"a":2,"b":3}""", "6")]
    [InlineData("*.a | [0] * [1]", """{"x":{"a":2},"y":{"a":4}}""", "8")]
    [InlineData("a.*", """{"a":{"x":1}}""", "[1]")]
    [InlineData("a[-1]", """{"a":[1,2]}""", "2")]
    [InlineData("a -b", """{"a":3,"b":1}""", "2")]
    [InlineData("a- -b", """{"a":3,"b":1}""", "4")]
    [InlineData("-a[0]", """{"a":[3]}""", "-3")]
    [InlineData("a / b // c % d", """{"a":9,"b":2,"c":2,"d":2}""", "0")]
    [InlineData("a[*].b + `1`", """{"a":1}""", null)]
    [InlineData(" a\t.\nb\r", """{"a":{"b":1}}""", "1")]
    [InlineData("length (a)", """{"a":"xy"}""", "2")]
    public void TheGrammar_ReadsWords_Signs_AndStars(string expression, string json, string? expected)
    {
        if (expected is null)
        {
            Assert.Equal(ExpressionErrorKind.InvalidType, Run.Error(expression, json));
        }
        else
        {
            Assert.Equal(expected, Run.Search(expression, json));
        }
    }

    [Theory]
    [InlineData("(", "a", ")")]
    [InlineData("[", "a", "]")]
    [InlineData("{a:", "a", "}")]
    [InlineData("!", "a", "")]
    [InlineData("-", "a", "")]
    [InlineData("abs(", "a", ")")]
    [InlineData("a[?", "a", "]")]
    [InlineData("map(&", "a", ", b)")]
    [InlineData("let $a = b in ", "a", "")]
    [InlineData("let $a = ", "a", " in b")]
    [InlineData("", "a", ".b")]
    [InlineData("", "a", "[0]")]
    [InlineData("", "a", "[*]")]
    [InlineData("", "a", "[]")]
    [InlineData("", "a", "[?b]")]
    [InlineData("", "a", ".*")]
    [InlineData("", "a", " | a")]
    [InlineData("", "a", " || a")]
    [InlineData("", "a", " && a")]
    [InlineData("", "a", " + a")]
    [InlineData("", "a", " == a")]
    [InlineData("", "a", "[*].[a]")]
    [InlineData("*.", "a", "")]
    [InlineData("[*].", "a", "")]
    public void DeepNesting_IsAProblem_AndNoCrash(string before, string middle, string after)
    {
        foreach (var depth in new[] { 300, 8000 })
        {
            var text = string.Concat(Enumerable.Repeat(before, depth)) + middle + string.Concat(Enumerable.Repeat(after, depth));
            var accepted = Expression.TryParse(text, out _, out var problem);
            Assert.False(accepted);
            Assert.NotEmpty(problem!.Expected); // refused, so it is there
        }
    }

    [Fact]
    public void UnclosedNesting_IsAProblem_AndNoCrash()
    {
        foreach (var opening in new[] { "(", "[", "{a:", "abs(", "a[?", "!", "-", "map(&", "let $a = ", "`[", "a.[", "*[", "&" })
        {
            Assert.NotNull(Run.Problem(string.Concat(Enumerable.Repeat(opening, 60_000 / opening.Length))));
        }
    }

    [Fact]
    public void TooMuchText_IsAProblem()
    {
        Assert.Equal(65_536, Run.Problem(new string('a', 65_537)).Offset);
        Assert.Equal(new string('a', 65_536), Run.Parse(new string('a', 65_536)).Text);
    }

    [Fact]
    public void ManyNames_AreReadInOneGo()
    {
        var names = string.Join(',', Enumerable.Range(0, 9000).Select(static i => $"a{i}"));
        Assert.Equal(9000, Run.Parse($"[{names}]").Uses.Names.Length);
        Assert.Equal("9000", Run.Text(Run.Evaluate($"length([{names}])", Run.Value("{}"))));
    }

    [Fact]
    public void LoneSurrogates_AreProblems()
    {
        // No theory: test runners do not carry such text.
        Assert.Equal(1, Run.Problem("'\ud800'").Offset);
        Assert.Equal(3, Run.Problem("a.\"\udc00\"").Offset);
        Assert.Equal(0, Run.Problem("\ud800").Offset);
    }

    [Theory]
    [InlineData("!a.b", """{"a":{"b":true}}""", "false")]
    [InlineData("!a[0] && b", """{"a":[],"b":1}""", "1")]
    [InlineData("!a == b", """{"a":1,"b":false}""", "true")]
    [InlineData("!a | [@]", """{"a":1}""", "[false]")]
    [InlineData("a[*].[b, c][0]", """{"a":[{"b":1},{"b":2}]}""", "[1,2]")]
    [InlineData("a[*].{x: b}.x", """{"a":[{"b":1},{"b":2}]}""", "[1,2]")]
    [InlineData("a[*].{x: b} | [0].x", """{"a":[{"b":1},{"b":2}]}""", "1")]
    [InlineData("a.*.b.c", """{"a":{"x":{"b":{"c":1}},"y":{"b":{"c":2}}}}""", "[1,2]")]
    [InlineData("a.*.[b].c", """{"a":{"x":{"b":1}}}""", "[]")]
    [InlineData("a[*].[b]", """{"a":[null,{"b":1}]}""", "[[1]]")]
    [InlineData("a[*].to_string(@)", """{"a":[null,1]}""", "[\"1\"]")]
    [InlineData("a[?@][?@ > `1`]", """{"a":[[1,2],[3],4]}""", "[[2],[3]]")]
    [InlineData("a[?@][] | [?@ > `1`]", """{"a":[[1,2],[3],4]}""", "[2,3,4]")]
    [InlineData("a[?b].b[?@ > `1`]", """{"a":[{"b":[1,2]},{"b":[3]}]}""", "[[2],[3]]")]
    [InlineData("a[*].b[]", """{"a":[{"b":[1]},{"b":[2]}]}""", "[1,2]")]
    public void APath_IsTakenWhole(string expression, string json, string expected) => Assert.Equal(expected, Run.Search(expression, json));

    [Fact]
    public void RandomText_IsReadOrRefused_AndNeverThrows()
    {
        var random = new Random(11);
        string[] pieces =
        [
            "a", "b", "let", "in", "$x", "$", "@", "&", ".", ",", ":", "=", "==", "|", "||", "&&", "!", "!=", "<", ">=", "+", "-", "*", "/", "//",
            "%", "(", ")", "{", "}", "[", "]", "[]", "[?", "0", "-1", "'s'", "`1`", "`", "'", "\"", "\"q\"", "length(", "map(", "\\", " ",
            "\u2212", "😀", "#",
        ];
        for (var i = 0; i < 100_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (Expression.TryParse(text, out var expression, out var problem))
            {
                Assert.NotNull(expression.Uses);
            }
            else
            {
                Assert.InRange(problem.Offset, 0, text.Length);
                Assert.NotEmpty(problem.Found);
                Assert.NotEmpty(problem.Expected);
            }
        }
    }
}
