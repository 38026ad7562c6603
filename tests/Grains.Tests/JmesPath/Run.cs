using System.Buffers;
using System.Text;
using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

/// <summary>Short ways to evaluate an expression on a document.</summary>
internal static class Run
{
    public static JsonValue Value(string json) => JsonValue.FromChecked(Encoding.UTF8.GetBytes(json));

    public static Expression Parse(string expression)
    {
        Assert.True(Expression.TryParse(expression, out var parsed, out var problem), $"{expression}: {problem}");
        return parsed;
    }

    public static SyntaxProblem Problem(string expression)
    {
        Assert.False(Expression.TryParse(expression, out _, out var problem), expression);
        return problem;
    }

    public static JsonValue Evaluate(string expression, JsonValue root, Variables? variables = null, EvaluationBudget? budget = null) =>
        Parse(expression).Evaluate(root, variables ?? Variables.None, budget ?? new(), CancellationToken.None);

    /// <summary>The result's text.</summary>
    public static string Search(string expression, string json) => Text(Evaluate(expression, Value(json)));

    public static string Text(JsonValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        value.WriteTo(output);
        Assert.Null(JsonText.Check(output.WrittenSpan, 1000));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static ExpressionErrorKind Error(string expression, string json) =>
        Assert.Throws<ExpressionException>(() => Search(expression, json)).Kind;
}
