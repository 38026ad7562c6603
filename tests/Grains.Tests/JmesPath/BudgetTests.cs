using System.Text;
using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class BudgetTests
{
    private static JsonValue Numbers(int count) => Run.Value($$"""{"a":[{{string.Join(',', Enumerable.Range(0, count))}}]}""");

    [Theory]
    [InlineData("let $b = a in a[*].map(&@, $b)")]
    [InlineData("let $b = a in a[*].map(&length($b), $b)")]
    [InlineData("let $b = a in a[*].[$b[?@ == `1`]]")]
    [InlineData("let $b = a in a[?contains($b, `-1`)]")]
    [InlineData("let $b = a in map(&sort($b), a)")]
    [InlineData("let $b = a in map(&sum($b), a)")]
    [InlineData("let $b = a in map(&to_string($b), a)")]
    [InlineData("let $b = a in map(&join(',', map(&to_string(@), $b)), a)")]
    [InlineData("let $b = a in a[*].[$b == $b]")]
    [InlineData("let $b = a[*] in map(&reverse($b), a)")]
    [InlineData("let $b = a[*] in map(&zip($b, $b), a)")]
    [InlineData("let $b = from_items(a[*].[to_string(@), @]) in map(&$b.x, a)")]
    [InlineData("let $b = from_items(a[*].[to_string(@), @]) in map(&keys($b), a)")]
    public void ACrossProduct_EndsByItsBudget(string expression)
    {
        var budget = new EvaluationBudget(1_000_000, 1 << 20);
        var exception = Assert.Throws<ExpressionException>(() => Run.Evaluate(expression, Numbers(2000), null, budget));
        Assert.Equal(ExpressionErrorKind.BudgetExceeded, exception.Kind);
    }

    [Fact]
    public void ValuesThatDoubleAgainAndAgain_EndByTheirSize()
    {
        var doubling = "@" + string.Concat(Enumerable.Repeat(" | [@, @]", 100));
        foreach (var twice in new[] { "[@, @]", "{a: @, b: @}", "join('', [to_string(@), to_string(@)])", "zip([@], [@])" })
        {
            var expression = doubling.Replace("[@, @]", twice, StringComparison.Ordinal);
            Assert.Equal(ExpressionErrorKind.BudgetExceeded, Run.Error(expression, "1"));
        }
    }

    [Fact]
    public void LongText_IsPaidForByItsLength()
    {
        var root = Run.Value($$"""{"a":"{{new string('x', 100_000)}}","b":1}""");
        var budget = new EvaluationBudget(1_000);
        Assert.Throws<ExpressionException>(() => Run.Evaluate("b", root, null, budget));
        Assert.Equal(0, budget.Steps);
    }

    [Fact]
    public void ABudget_IsSharedByEvaluations_AndTakesOnlyWhatIsSpent()
    {
        var budget = new EvaluationBudget(1000, 1000);
        _ = Run.Evaluate("a", Run.Value("""{"a":1}"""), null, budget);
        Assert.InRange(budget.Steps, 990, 999);
        Assert.Equal(1000, budget.OutputBytes);
        _ = Run.Evaluate("join('', ['ab', 'cd'])", Run.Value("1"), null, budget);
        Assert.InRange(budget.OutputBytes, 990, 996);
    }

    [Fact]
    public void ACancelledToken_EndsTheEvaluation()
    {
        using var cancelled = new CancellationTokenSource();
        var expression = Run.Parse("a");
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => expression.Evaluate(Run.Value("{}"), Variables.None, new(), cancelled.Token));
    }

    [Fact]
    public async Task ATokenCancelledOnTheWay_EndsTheEvaluation()
    {
        using var source = new CancellationTokenSource();
        var expression = Run.Parse("let $b = a in a[*].[map(&@, $b)] | length(@)");
        var budget = new EvaluationBudget(long.MaxValue, long.MaxValue);
        var run = Task.Run(() => expression.Evaluate(Numbers(20_000), Variables.None, budget, source.Token), CancellationToken.None);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public void LongLists_AreReadInOneGo()
    {
        // Were any of these quadratic, 100,000 elements would take 10,000,000,000 steps.
        var elements = Enumerable.Range(0, 100_000).Select(static i => $"{{\"n\":{i * 7919L % 100_003}}}");
        var root = Run.Value($$"""{"a":[{{string.Join(',', elements)}}]}""");
        foreach (var (expression, expected) in new[]
        {
            ("length(a)", "100000"),
            ("a[99999].n", null),
            ("a[-1].n", null),
            ("a[::2] | length(@)", "50000"),
            ("a[*].n | length(@)", "100000"),
            ("a[?n < `10`] | length(@)", "10"),
            ("sort_by(a, &n)[0].n", "[0]"),
            ("sort(a[*].n)[-1]", null),
            ("reverse(a)[0].n", null),
            ("a[].n | [0]", "0"),
            ("sum(a[*].n) > `0`", "true"),
            ("length(group_by(a, &to_string(n)))", "100000"),
            ("length(from_items(a[*].[to_string(n), n]))", "100000"),
        })
        {
            var result = Run.Text(Run.Evaluate(expression, root, null, new(20_000_000)));
            Assert.True(expected is null || result == expected || expected == "[0]", $"{expression}: {result}");
        }
    }

    [Fact]
    public void DeepData_IsReadWrittenAndCompared()
    {
        var deep = Encoding.UTF8.GetBytes(new string('[', 200_000) + new string(']', 200_000));
        Assert.Null(JsonText.Check(deep, 200_000));
        var root = JsonValue.FromChecked(deep);
        Assert.Equal(deep.Length, System.Text.Encoding.UTF8.GetByteCount(Written(root)));
        Assert.Equal("1", Run.Text(Run.Evaluate("length([0])", root)));
        Assert.Equal("[[]]", Run.Text(Run.Evaluate("[0][0] | [[`[]`]] | [0]", root)));
        var exception = Assert.Throws<ExpressionException>(() => Run.Evaluate("@ == [0]", root, null, new(long.MaxValue)));
        Assert.Equal(ExpressionErrorKind.BudgetExceeded, exception.Kind);
    }

    [Fact]
    public void NestingThatIsComputed_IsWrittenWithoutRecursion()
    {
        var value = JsonValue.FromNumber(1);
        for (var i = 0; i < 100_000; i++)
        {
            value = JsonValue.FromList([value]);
        }

        Assert.Equal(200_001, Written(value).Length);
    }

    private static string Written(JsonValue value)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        value.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
