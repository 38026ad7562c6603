using System.Globalization;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>
/// The public suite's tests against the decisions alone, in virtual time. A test that starts or ceases to be met against what
/// <see cref="SuiteUnmet"/> says fails this one.
/// </summary>
public sealed class SuiteTests
{
    [Theory]
    [InlineData("required")]
    [InlineData("optimal")]
    [InlineData("check")]
    public void Every_test_of_a_kind_is_met_but_those_named(string kind)
    {
        var tests = SuiteCase.All.Where(test => test.Kind == kind).ToList();
        var surprises = tests.Select(test => (test.Id, Fault: Run(test)))
            .Where(run => (run.Fault is not null) != SuiteUnmet.Ids.Contains(run.Id))
            .Select(run => $"{run.Id}: {run.Fault ?? "met, though named as unmet"}")
            .ToList();
        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    // What was not as expected; null if everything was.
    private static string? Run(SuiteCase test)
    {
        var origin = new SuiteOrigin(test);
        var cache = new PureCache(Exchange.Shared, origin.Answer);
        var previous = HeaderFields.Empty;
        for (int i = 0; i < test.Steps.Count; i++)
        {
            var step = test.Steps[i];
            origin.Step = i;
            int seen = origin.Seen.Count;
            var answer = cache.Ask(RequestOf(step, previous), origin.Now);
            bool arrived = origin.Seen.Count > seen;
            string? fault = Judge(step, answer, arrived ? origin.Seen[^1].Request : null) ?? (arrived ? Missing(origin, answer) : null);
            if (fault is not null)
                return $"step {i + 1}: {fault}";
            previous = answer.Fields;
            origin.Now = origin.Now.Plus(TimeSpan.FromSeconds(step.Pauses ? 3.01 : 0.01));
        }
        return null;
    }

    private static CacheRequest RequestOf(SuiteStep step, HeaderFields previous)
    {
        string path = $"/test/{SuiteOrigin.Uuid}" + (step.File is { } file ? $"/{file}" : "") + (step.Query is { } query ? $"?{query}" : "");
        var served = HttpDate.Of(previous, "Server-Now", Exchange.Noon.Wall) ?? Exchange.Noon.Wall;
        return new() { Method = step.Method, Uri = new(new Uri("http://upstream.test"), path), Fields = SuiteOrigin.Resolve(step.Asks, served) };
    }

    private static string? Judge(SuiteStep step, CachedAnswer answer, CacheRequest? arrived)
    {
        if (step.Type == "cached" && arrived is not null && !step.Disconnects && answer.Status == step.Status)
            return "went to the origin";
        if (step.Type == "not_cached" && (arrived is null || step.Disconnects))
            return "came from the store";
        if (step.Type == "etag_validated" && arrived?.Fields.Contains("If-None-Match") != true)
            return "no If-None-Match";
        if (step.Type == "lm_validated" && arrived?.Fields.Contains("If-Modified-Since") != true)
            return "no If-Modified-Since";
        int status = step.ExpectStatus ?? step.Status;
        if (answer.Status != status)
            return $"status {answer.Status}, not {status}";
        if (step.ExpectMethod is { } method && arrived?.Method != method)
            return $"method {arrived?.Method}, not {method}";
        string body = step.ExpectBody ?? step.Body ?? SuiteOrigin.Uuid;
        if (!step.AnyBody && answer.Status is not (204 or 304 or 504) && step.Method != "HEAD" && Exchange.Body(answer) != body)
            return $"body {Exchange.Body(answer)}, not {body}";
        return JudgeFields(step, answer, arrived);
    }

    private static string? JudgeFields(SuiteStep step, CachedAnswer answer, CacheRequest? arrived)
    {
        foreach (string expected in step.ExpectAsked.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Has(arrived?.Fields ?? HeaderFields.Empty, expected))
                return $"asked without {expected}";
        }
        foreach (string expected in step.ExpectFields.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Has(answer.Fields, expected))
                return $"answered without {expected}";
        }
        foreach (string unexpected in step.ExpectMissing.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (answer.Fields.Contains(unexpected))
                return $"answered with {unexpected}";
        }
        return null;
    }

    // "Name", "Name: value" or "Name> number".
    private static bool Has(HeaderFields fields, string expected)
    {
        int more = expected.IndexOf("> ", StringComparison.Ordinal);
        if (more > 0)
            return int.TryParse(fields.Combined(expected[..more]), CultureInfo.InvariantCulture, out int value)
                && value > int.Parse(expected.AsSpan(more + 2), CultureInfo.InvariantCulture);
        int colon = expected.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return fields.Contains(expected);
        string wanted = expected[(colon + 1)..].Trim();
        return wanted.StartsWith('@') ? fields.Contains(expected[..colon]) : fields.Combined(expected[..colon]) == wanted;
    }

    // What the origin sent must reach the client, Date aside.
    private static string? Missing(SuiteOrigin origin, CachedAnswer answer)
    {
        foreach (string name in origin.LastSent.Select(line => line.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!name.Equals("Date", StringComparison.OrdinalIgnoreCase) && answer.Fields.Combined(name) != origin.LastSent.Combined(name))
                return $"{name} did not get through";
        }
        return null;
    }
}
