using Aggregator.JmesPath;
using Oracle = DevLab.JmesPath.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class DifferentialTests
{
    private const int Questions = 100_000;

    private static readonly Difference[] Known =
    [
        new(
            "group_by takes elements of any kind; theirs objects only.",
            static (expression, ours, theirs) => Calls(expression, "group_by") && ours is not null && theirs is null),
        new(
            "max_by and min_by look at what the expression gives on every element; theirs not on an only one, nor at strings that are all the same.",
            static (expression, ours, theirs) => (Calls(expression, "max_by") || Calls(expression, "min_by")) && ours is null != theirs is null),
        new(
            "Integer division rounds down, and to divide by 0 is an error; theirs cuts off, and makes null.",
            static (expression, _, _) => expression.Contains(" // ", StringComparison.Ordinal)),
        new(
            "A string contains strings: to ask for another kind is an error; theirs is one for some kinds.",
            static (expression, ours, theirs) => Calls(expression, "contains") && ours is null && theirs is not null),
    ];

    [Fact]
    public void RandomQuestions_AreAnsweredAsJmesPathNetDoes()
    {
        var oracle = new Oracle();
        var random = new RandomQuestion(20261124);
        var unknown = new List<string>();
        var met = new HashSet<Difference>();
        var results = 0;
        for (var i = 0; i < Questions; i++)
        {
            var expression = random.Expression();
            var document = random.Document();
            var ours = Ours(expression, document);
            var theirs = Theirs(oracle, expression, document);
            results += ours is null or "null" ? 0 : 1;
            if (Agree(ours, theirs))
            {
                continue;
            }

            if (Array.Find(Known, difference => difference.Holds(expression, ours, theirs)) is { } known)
            {
                met.Add(known);
            }
            else
            {
                unknown.Add($"{expression} on {document}: {ours ?? "error"} but {theirs ?? "error"}");
            }
        }

        Assert.True(results > Questions / 4, $"only {results} questions had a result");
        Assert.True(unknown.Count == 0, string.Join('\n', unknown.Take(20).Prepend($"{unknown.Count} differences")));
        Assert.Empty(Known.Except(met).Select(static difference => difference.Reason));
    }

    private static bool Calls(string expression, string function) => expression.Contains($"{function}(", StringComparison.Ordinal);

    private static bool Agree(string? ours, string? theirs) =>
        ours is null ? theirs is null : theirs is not null && SameJson.Equal(ours, theirs);

    private static string? Ours(string expression, string document)
    {
        try
        {
            return Expression.TryParse(expression, out var parsed, out _)
                ? Run.Text(parsed.Evaluate(Run.Value(document), Variables.None, new(), CancellationToken.None))
                : null;
        }
        catch (ExpressionException)
        {
            return null;
        }
    }

    private static string? Theirs(Oracle oracle, string expression, string document)
    {
        try
        {
            return oracle.Transform(document, expression);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private sealed record Difference(string Reason, Func<string, string?, string?, bool> Holds);
}
