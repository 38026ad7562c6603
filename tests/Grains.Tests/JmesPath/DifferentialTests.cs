using Aggregator.JmesPath;
using Oracle = DevLab.JmesPath.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class DifferentialTests
{
    private const int Questions = 100_000;

    [Fact]
    public void RandomQuestions_AreAnsweredAsJmesPathNetDoes()
    {
        var oracle = new Oracle();
        var random = new RandomQuestion(20261124);
        var differences = new List<string>();
        var results = 0;
        for (var i = 0; i < Questions; i++)
        {
            var expression = random.Expression();
            var document = random.Document();
            var ours = Ours(expression, document);
            var theirs = Theirs(oracle, expression, document);
            results += ours is null or "null" ? 0 : 1;
            if (!(ours is null ? theirs is null : theirs is not null && SameJson.Equal(ours, theirs)))
            {
                differences.Add($"{expression} on {document}: {ours ?? "error"} but {theirs ?? "error"}");
            }
        }

        File.WriteAllLines("/tmp/jm/diff.txt", differences);
        Assert.True(results > Questions / 4, $"only {results} questions had a result");
        Assert.True(differences.Count == 0, $"{differences.Count} differences");
    }

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
}
