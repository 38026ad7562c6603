using System.Text.Json;
using Aggregator.JmesPath;

namespace Aggregator.Tests.JmesPath;

public sealed class ComplianceTests
{
    [Theory]
    [InlineData("jmespath.org.jsonl", 908)]
    [InlineData("community.jsonl", 157)]
    public void EveryCaseOfTheSuite_GivesItsResultOrItsError(string file, int expected)
    {
        var cases = ComplianceCase.ReadAll(file);
        Assert.Equal(expected, cases.Count);
        Assert.Empty(cases.Select(Failure).OfType<string>());
    }

    /// <summary>What is wrong with our answer to a case, or null.</summary>
    private static string? Failure(ComplianceCase @case)
    {
        if (!Expression.TryParse(@case.Expression, out var expression, out var problem))
        {
            // What the text alone shows is told when it is read; so is a plain value where an &expression belongs.
            return @case.Error is "syntax" or "invalid-arity" or "unknown-function"
                || (@case.Error == "invalid-type" && problem.Expected.Contains("&name", StringComparison.Ordinal))
                ? null
                : $"{@case}: {problem}";
        }

        try
        {
            var result = Run.Text(expression.Evaluate(@case.Given, Variables.None, new(), CancellationToken.None));
            return (@case.Result is { } wanted && SameJson.Equal(result, wanted)) || @case.OnlyParses ? null : $"{@case}: {result}";
        }
        catch (ExpressionException exception)
        {
            return @case.Error == Name(exception.Kind) ? null : $"{@case}: {exception.Message}";
        }
    }

    private static string Name(ExpressionErrorKind kind) => kind switch
    {
        ExpressionErrorKind.InvalidType => "invalid-type",
        ExpressionErrorKind.InvalidValue => "invalid-value",
        ExpressionErrorKind.UndefinedVariable => "undefined-variable",
        _ => "budget",
    };

    private sealed record ComplianceCase(string Id, string Expression, JsonValue Given, string? Result, string? Error, bool OnlyParses)
    {
        public static List<ComplianceCase> ReadAll(string file)
        {
            using var stream = typeof(ComplianceTests).Assembly.GetManifestResourceStream(file)
                ?? throw new InvalidOperationException($"No resource {file}.");
            using var reader = new StreamReader(stream);
            var cases = new List<ComplianceCase>();
            var given = JsonValue.Null;
            while (reader.ReadLine() is { } line)
            {
                using var document = JsonDocument.Parse(line);
                var entry = document.RootElement;
                if (entry.TryGetProperty("given", out var value))
                {
                    given = Run.Value(value.GetRawText());
                }
                else if (entry.TryGetProperty("case", out var id))
                {
                    cases.Add(new(
                        id.ToString(),
                        entry.GetProperty("expression").ToString(),
                        given,
                        entry.TryGetProperty("result", out var result) ? result.GetRawText() : null,
                        entry.TryGetProperty("error", out var error) ? error.ToString() : null,
                        entry.TryGetProperty("parses", out _)));
                }
            }

            return cases;
        }

        public override string ToString() => $"{Id} {Expression}";
    }
}
