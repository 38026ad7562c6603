using Aggregator.Reports;

namespace Aggregator.Tests.Reports;

/// <summary>What a compile does: what runs when, what a failure does to the rest, and what the document is then.</summary>
public sealed class CompilationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Sources_that_need_nothing_run_at_once()
    {
        const int Count = 20;
        var arrived = 0;
        var all = new TaskCompletionSource();
        var upstream = new FakeUpstream(async (_, cancellation) =>
        {
            if (Interlocked.Increment(ref arrived) == Count) all.SetResult();
            await all.Task.WaitAsync(Patience, cancellation);
            return FakeUpstream.Json("1");
        });
        var sources = string.Concat(Enumerable.Range(0, Count).Select(i => $"  s{i}: {{ get: \"up:/{i}\" }}\n"));

        var answer = await Compiling.RunAsync($"report: r\nsources:\n{sources}result: s7\n", upstream);

        Assert.Equal("1", Compiling.Text(answer));
    }

    [Fact]
    public async Task A_source_waits_for_what_it_names_and_for_nothing_else()
    {
        var answer = await Compiling.RunAsync(
            """
            report: r
            sources:
              last: { get: "up:/last/{second.id}" }
              second: { get: "up:/second{?of}", with: { of: first.id } }
              first: { get: "up:/first" }
            result: last
            """,
            FakeUpstream.Answering(target => $$"""{"id":"{{target.Replace("/", "", StringComparison.Ordinal)}}"}"""));

        Assert.Equal("""{"id":"lastsecond%3Fof%3Dfirst"}""", Compiling.Text(answer));
    }

    [Fact]
    public async Task A_required_failure_ends_the_report_and_cancels_what_is_under_way()
    {
        var hanging = new TaskCompletionSource();
        var upstream = new FakeUpstream(async (request, cancellation) =>
        {
            if (FakeUpstream.Target(request) == "/bad")
            {
                await hanging.Task.WaitAsync(Patience, cancellation);
                return FakeUpstream.Status(500);
            }

            hanging.SetResult();
            return await FakeUpstream.HangAsync(cancellation);
        });

        var answer = await Compiling.RunAsync(
            """
            report: r
            sources:
              slow: { get: "up:/slow" }
              bad: { get: "up:/bad" }
              later: { get: "up:/later/{slow.id}" }
            """,
            upstream);

        Assert.Equal(ReportFailureKind.UpstreamFailed, answer.Failure?.Kind);
        Assert.Equal(("bad", "status_500"), answer.Failure?.Sources.Select(source => (source.Name, source.Error)).Single());
        Assert.Equal((0, 1), (upstream.Open, upstream.GivenUp));
        Assert.DoesNotContain(upstream.Calls, call => call.Contains("later", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_optional_failure_leaves_its_default_and_a_partial_document()
    {
        var answer = await Compiling.RunAsync(
            """
            report: r
            sources:
              good: { get: "up:/good" }
              bad: { get: "up:/bad", optional: true, default: [] }
            result: { good: good, bad: bad, states: _sources.bad }
            """,
            new((request, _) => Task.FromResult(FakeUpstream.Target(request) == "/bad" ? FakeUpstream.Status(500) : FakeUpstream.Json("1"))));

        Assert.Equal("""{"good":1,"bad":[],"states":{"state":"default","error":"status_500"}}""", Compiling.Text(answer));
        Assert.False(answer.Document?.Complete);
        Assert.Equal(["bad"], answer.Document?.Sources.Where(source => source.Missing).Select(source => source.Name));
    }

    [Fact]
    public async Task At_the_deadline_optional_sources_take_their_default_and_values_are_computed_from_it()
    {
        using var compiling = new Compiling(new((request, cancellation) =>
            FakeUpstream.Target(request) == "/slow" ? FakeUpstream.HangAsync(cancellation) : Task.FromResult(FakeUpstream.Json("[1,2]"))));
        var plan = Plans.Of(
            """
            report: r
            deadline: 2s
            sources:
              fast: { get: "up:/fast" }
              slow: { get: "up:/slow", optional: true, default: [3] }
              both: { value: "[fast, slow][]" }
            result: both
            """,
            "timeout: 1m, retry: 0");

        var running = compiling.RunAsync(plan);
        await Until(() => compiling.Upstream.Calls.Count == 2);
        compiling.Time.Advance(TimeSpan.FromSeconds(2));
        var answer = await running.WaitAsync(Patience);

        Assert.Equal("[1,2,3]", Compiling.Text(answer));
        Assert.False(answer.Document?.Complete);
        Assert.Equal("deadline", answer.Document?.Sources[1].Error);
        Assert.Equal(0, compiling.Upstream.Open);
    }

    [Fact]
    public async Task A_required_source_not_there_at_the_deadline_makes_the_report_too_slow()
    {
        using var compiling = new Compiling(new((_, cancellation) => FakeUpstream.HangAsync(cancellation)));
        var running = compiling.RunAsync(Plans.Of("report: r\nsources:\n  slow: { get: \"up:/slow\" }\n  then: { get: \"up:/{slow.id}\" }\n", "timeout: 1m"));
        await Until(() => compiling.Upstream.Calls.Count == 1);
        compiling.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await running.WaitAsync(Patience);

        Assert.Equal(ReportFailureKind.TooSlow, answer.Failure?.Kind);
        Assert.Equal(["slow", "then"], answer.Failure?.Sources.Select(source => source.Name));
        Assert.Equal(0, compiling.Upstream.Open);
    }

    [Fact]
    public async Task Within_bounds_a_source_from_when_its_inputs_are_there()
    {
        using var compiling = new Compiling(new((_, cancellation) => FakeUpstream.HangAsync(cancellation)));
        var running = compiling.RunAsync(
            Plans.Of("report: r\nsources:\n  slow: { get: \"up:/slow\", within: 100ms, optional: true, default: none }\nresult: slow\n"));
        await Until(() => compiling.Upstream.Calls.Count == 1);
        compiling.Time.Advance(TimeSpan.FromMilliseconds(100));
        var answer = await running.WaitAsync(Patience);

        Assert.Equal("\"none\"", Compiling.Text(answer));
        Assert.Equal("timeout", answer.Document?.Sources[0].Error);
    }

    [Fact]
    public async Task A_caller_that_leaves_takes_every_call_along()
    {
        using var compiling = new Compiling(new((_, cancellation) => FakeUpstream.HangAsync(cancellation)));
        using var leaving = new CancellationTokenSource();
        var running = compiling.RunAsync(
            Plans.Of("report: r\nsources:\n  a: { get: \"up:/a\" }\n  b: { get: \"up:/b\" }\n"), cancellationToken: leaving.Token);
        await Until(() => compiling.Upstream.Calls.Count == 2);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
        Assert.Equal((0, 2), (compiling.Upstream.Open, compiling.Upstream.GivenUp));
    }

    [Theory]
    [InlineData("404: notFound", 404, ReportFailureKind.NotFound)]
    [InlineData("4xx: notFound", 410, ReportFailureKind.NotFound)]
    [InlineData("any: notFound", 500, ReportFailureKind.NotFound)]
    [InlineData("401: denied", 401, ReportFailureKind.Unauthenticated)]
    [InlineData("403: denied", 403, ReportFailureKind.Forbidden)]
    [InlineData("200: fail", 200, ReportFailureKind.UpstreamFailed)]
    [InlineData("4xx: ok, 404: fail", 404, ReportFailureKind.UpstreamFailed)]
    [InlineData("404: ok, any: notFound", 503, ReportFailureKind.NotFound)]
    public async Task On_gives_an_answer_its_meaning_the_most_specific_rule_first(string rules, int status, ReportFailureKind expected)
    {
        var answer = await Compiling.RunAsync(
            $"report: r\nsources:\n  a: {{ get: \"up:/a\", on: {{ {rules} }} }}\n", new((_, _) => Task.FromResult(FakeUpstream.Status(status))));

        Assert.Equal(expected, answer.Failure?.Kind);
    }

    [Theory]
    [InlineData("404: default", 404, "\"none\"")]
    [InlineData("404: ok", 404, "{}")]
    [InlineData("500: ok, any: default", 418, "\"none\"")]
    public async Task On_can_make_a_bad_status_a_complete_answer(string rules, int status, string expected)
    {
        var answer = await Compiling.RunAsync(
            $"report: r\nsources:\n  a: {{ get: \"up:/a\", default: none, on: {{ {rules} }} }}\nresult: a\n",
            new((_, _) => Task.FromResult(FakeUpstream.Status(status))));

        Assert.Equal(expected, Compiling.Text(answer));
        Assert.True(answer.Document?.Complete);
    }

    [Fact]
    public async Task A_null_in_a_path_skips_the_source_and_what_hangs_on_it()
    {
        var upstream = FakeUpstream.Answering(_ => """{"region":null}""");
        var answer = await Compiling.RunAsync(
            """
            report: r
            sources:
              customer: { get: "up:/customer" }
              region: { get: "up:/regions/{customer.region}", default: nowhere }
              people: { get: "up:/people/{region.id}" }
            result: [region, people]
            """,
            upstream);

        Assert.Equal("""["nowhere",null]""", Compiling.Text(answer));
        Assert.True(answer.Document?.Complete);
        Assert.Equal(["GET /customer"], upstream.Calls);
    }

    [Fact]
    public async Task A_value_that_cannot_stand_in_a_path_is_the_callers_fault_before_anything_is_called()
    {
        var upstream = FakeUpstream.Answering(_ => "1");
        var answer = await Compiling.RunAsync(
            """
            report: r
            parameters: { id: {}, part: {} }
            sources:
              first: { get: "up:/first" }
              second: { get: "up:/items/{name}/{first}", with: { name: id } }
              third: { get: "up:/{part}/x" }
            """,
            upstream,
            """{"id":"..","part":""}""");

        Assert.Equal(ReportFailureKind.BadParameter, answer.Failure?.Kind);
        Assert.Equal(["id", "part"], answer.Failure?.Parameters.Select(problem => problem.Parameter));
        Assert.Empty(upstream.Calls);
    }

    [Fact]
    public async Task A_value_from_an_upstream_that_cannot_stand_in_a_path_fails_its_source()
    {
        var upstream = FakeUpstream.Answering(_ => "\"..\"");
        var answer = await Compiling.RunAsync("report: r\nsources:\n  a: { get: \"up:/a\" }\n  b: { get: \"up:/b/{a}/c\" }\n", upstream);

        Assert.Equal(("b", "refused_value"), answer.Failure?.Sources.Select(source => (source.Name, source.Error)).Single());
        Assert.Equal(ReportFailureKind.UpstreamFailed, answer.Failure?.Kind);
        Assert.Equal(["GET /a"], upstream.Calls);
    }

    [Fact]
    public async Task Values_from_a_request_stay_in_their_one_place()
    {
        var upstream = FakeUpstream.Answering(_ => "1");
        await Compiling.RunAsync(
            "report: r\nparameters: { id: {} }\nsources:\n  a: { get: \"up:/items/{id}/detail{?id}\" }\n",
            upstream,
            """{"id":"../?#@/\r\nX-Evil: 1 %2e%2e ž"}""");

        Assert.Equal(
            ["GET /items/..%2F%3F%23%40%2F%0D%0AX-Evil%3A%201%20%252e%252e%20%C5%BE/detail?id=..%2F%3F%23%40%2F%0D%0AX-Evil%3A%201%20%252e%252e%20%C5%BE"],
            upstream.Calls);
    }

    [Fact]
    public async Task A_check_that_does_not_hold_fails_the_source()
    {
        var answer = await Compiling.RunAsync(
            "report: r\nsources:\n  a: { get: \"up:/a\", check: \"status == 'OK' && $response.status == `200`\" }\n",
            FakeUpstream.Answering(_ => """{"status":"ERROR"}"""));

        Assert.Equal("check", answer.Failure?.Sources[0].Error);
    }

    [Fact]
    public async Task An_expression_that_fails_on_good_data_ends_the_report_and_on_a_stand_in_leaves_null()
    {
        const string Report = "report: r\nsources:\n  a: { get: \"up:/a\", optional: true, default: x }\nresult: { sum: sum(a), one: \"`1`\" }\n";

        var good = await Compiling.RunAsync(Report, FakeUpstream.Answering(_ => "\"no list\""));
        var standIn = await Compiling.RunAsync(Report, new((_, _) => Task.FromResult(FakeUpstream.Status(500))));

        Assert.Equal(ReportFailureKind.Expression, good.Failure?.Kind);
        Assert.Equal("""{"sum":null,"one":1}""", Compiling.Text(standIn));
        Assert.False(standIn.Document?.Complete);
    }

    [Theory]
    [InlineData("10.00")]
    [InlineData("1e400")]
    [InlineData("1E2")]
    [InlineData("-0")]
    [InlineData("0.1234567890123456789012345678901")]
    public async Task A_number_that_nothing_computes_with_comes_out_as_it_came_in(string number)
    {
        var answer = await Compiling.RunAsync(
            """
            report: r
            sources:
              a: { get: "up:/a", select: "items[?name != 'x'].{limit: limit}" }
              b: { get: "up:/b" }
              c: { value: "b.items[0]" }
            result: { a: "a[0].limit", b: "b.items[].limit", c: c }
            """,
            FakeUpstream.Answering(_ => $$$"""{ "items": [ { "limit": {{{number}}}, "name": "n" } ] }"""));

        Assert.Equal($$$"""{"a":{{{number}}},"b":[{{{number}}}],"c":{ "limit": {{{number}}}, "name": "n" }}""", Compiling.Text(answer));
    }

    [Fact]
    public async Task A_document_over_its_limit_is_none()
    {
        var answer = await Compiling.RunAsync(
            "report: r\nmaxDocument: 1KiB\nsources:\n  a: { get: \"up:/a\" }\n", FakeUpstream.Answering(_ => $"\"{new string('x', 2000)}\""));

        Assert.Equal(ReportFailureKind.DocumentTooLarge, answer.Failure?.Kind);
    }

    [Fact]
    public async Task The_body_of_a_post_is_made_from_expressions()
    {
        string? sent = null;
        await Compiling.RunAsync(
            """
            report: r
            parameters: { id: { type: integer } }
            sources:
              a: { post: "up:/search", safe: true, json: { id: id, list: ["`1`", two, 3], fixed: true } }
            constants: { two: 2 }
            """,
            new(async (request, cancellation) =>
            {
                sent = request.Content is { } content ? await content.ReadAsStringAsync(cancellation) : null;
                return FakeUpstream.Json("1");
            }),
            """{"id":7}""");

        Assert.Equal("""{"id":7,"list":[1,2,3],"fixed":true}""", sent);
    }

    /// <summary>Waits for something that another thread is about to do.</summary>
    internal static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
