using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Catalog;
using Aggregator.HttpCaching;
using Aggregator.Identity;
using Aggregator.Memory;
using Aggregator.Planning;
using Aggregator.Reports;

namespace Aggregator.Tests.Reports;

/// <summary>When a kept document is answered, when it is refreshed and when it is compiled anew.</summary>
public sealed class SharedReportTests : IDisposable
{
    private readonly Compiling _compiling;
    private readonly GenerationMirror _mirror;
    private readonly CacheBudget _budget = new(1 << 20);
    private Generations _generations = new() { Epoch = Guid.NewGuid() };
    private Func<Task<HttpResponseMessage>> _upstream;
    private readonly TaskScheduler _turns = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private int _evicted;

    public SharedReportTests()
    {
        _upstream = () => Task.FromResult(FakeUpstream.Json(_compiling!.Upstream.Calls.Count.ToString(CultureInfo.InvariantCulture)));
        _compiling = new(new((_, cancellation) => _upstream().WaitAsync(cancellation)));
        _mirror = new(_compiling.Time);
        _mirror.Hear(_generations);
    }

    /// <inheritdoc/>
    public void Dispose() => _compiling.Dispose();

    [Fact]
    public async Task A_fresh_document_is_answered_without_compiling_and_ages()
    {
        var report = Share("cache: 30s");
        var first = await AskAsync(report);
        Pass(10);
        var second = await AskAsync(report);

        Assert.Same(first.Document, second.Document);
        Assert.Equal(ForwardReason.Miss, first.Standing.Forward);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(30), true), (first.Standing.Age, first.Standing.FreshFor, first.Standing.Kept));
        Assert.Null(second.Standing.Forward);
        Assert.Equal((TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)), (second.Standing.Age, second.Standing.FreshFor));
        Assert.Equal(TimeSpan.FromSeconds(20), report.UsefulFor);
    }

    [Fact]
    public async Task Past_its_lifetime_it_is_compiled_anew()
    {
        var report = Share("cache: 30s");
        await AskAsync(report);
        Pass(30);

        var answer = await AskAsync(report);
        Assert.Equal(("2", ForwardReason.Stale), (Body(answer), answer.Standing.Forward));
    }

    [Fact]
    public async Task Without_a_lifetime_nothing_is_kept()
    {
        var report = Share("");
        var answers = new[] { await AskAsync(report), await AskAsync(report) };

        Assert.Equal(["1", "2"], answers.Select(Body));
        Assert.All(answers, answer => Assert.False(answer.Standing.Kept));
        Assert.Equal(0, _budget.Used);
    }

    [Fact]
    public async Task A_stale_document_is_answered_at_once_while_one_refresh_runs_behind()
    {
        var report = Share("cache: { ttl: 10s, stale: 1m }");
        await AskAsync(report);
        Pass(20);
        var gate = new TaskCompletionSource();
        _upstream = async () =>
        {
            await gate.Task;
            return FakeUpstream.Json("\"new\"");
        };

        var stale = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync(report)));
        Assert.All(stale, answer => Assert.Equal(("1", "stale-while-revalidate", TimeSpan.FromSeconds(-10)), (Body(answer), answer.Standing.Detail, answer.Standing.FreshFor)));
        await CompilationTests.Until(() => _compiling.Upstream.Calls.Count == 2);
        gate.SetResult();
        await CompilationTests.Until(() => !report.IsBusy);

        Assert.Equal("\"new\"", Body(await AskAsync(report)));
        Assert.Equal(2, _compiling.Upstream.Calls.Count);
    }

    [Fact]
    public async Task A_refresh_ends_with_its_activation()
    {
        var report = Share("cache: { ttl: 10s, stale: 1m }");
        await AskAsync(report);
        Pass(20);
        _upstream = () => new TaskCompletionSource<HttpResponseMessage>().Task;
        await AskAsync(report);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);

        await report.EndAsync();
        Assert.Equal((0, 0L), (_compiling.Upstream.Open, _budget.Used));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(404, true)] // a required source refused: 502
    [InlineData(410, false)] // the definition says that what it is about is gone: an answer, not a fault
    public async Task An_old_document_stands_in_for_a_failure_as_long_as_the_definition_says(int status, bool standsIn)
    {
        var report = Share("cache: { ttl: 10s, staleOnError: 1m }", source: "on: { 410: notFound }");
        await AskAsync(report);
        Pass(20);
        _upstream = () => Task.FromResult(FakeUpstream.Status(status));

        var answer = await AskAsync(report);
        Assert.Equal(standsIn ? "stale-if-error" : null, answer.Standing.Detail);
        Assert.Equal(standsIn, answer.Document is not null);
        Pass(60);
        Assert.NotNull((await AskAsync(report)).Failure);
    }

    [Fact]
    public async Task A_partial_document_lives_briefly()
    {
        var report = Share("cache: 1m", source: "optional: true");
        _upstream = () => Task.FromResult(FakeUpstream.Status(500));
        var first = await AskAsync(report);
        Assert.Equal((false, TimeSpan.FromSeconds(1)), (first.Document?.Complete, first.Standing.FreshFor));

        Assert.Same(first.Document, (await AskAsync(report)).Document);
        Pass(1);
        Assert.NotSame(first.Document, (await AskAsync(report)).Document);
    }

    [Theory]
    [InlineData(true, 0)] // the client's own deadline: its answer is for it alone
    [InlineData(false, 1)] // the report's: it is what everybody gets
    public async Task A_document_made_at_a_deadline_is_kept_unless_the_client_chose_it(bool hastened, int seconds)
    {
        var report = Share("cache: 1m", source: "optional: true");
        _upstream = () => new TaskCompletionSource<HttpResponseMessage>().Task;
        var asking = AskAsync(report, Request() with { Hastened = hastened, Patience = TimeSpan.FromSeconds(2) });
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        Pass(2);

        var answer = await asking;
        Assert.Equal((false, seconds > 0), (answer.Document?.Complete, answer.Standing.Kept));
        Assert.Equal(TimeSpan.FromSeconds(seconds), report.UsefulFor);
    }

    [Fact]
    public async Task An_unsafe_report_is_never_kept()
    {
        var plan = Plans.Of("report: r\ncache: 1m\nsources:\n  a: { post: \"up:/a\" }\n");
        var report = Share(plan);
        var answer = await AskAsync(report, Request(plan));

        Assert.Equal((ForwardReason.Method, false, 0L), (answer.Standing.Forward, answer.Standing.Kept, _budget.Used));
    }

    [Fact]
    public async Task Revalidation_is_granted_once_a_second()
    {
        var report = Share("cache: 1m");
        await AskAsync(report);

        var answers = new List<ReportAnswer>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await AskAsync(report, Request() with { Revalidate = true }));
            Pass(0.6);
        }

        Assert.Equal([ForwardReason.Request, null, ForwardReason.Request], answers.Select(answer => answer.Standing.Forward));
        Assert.Equal(["2", "2", "3"], answers.Select(Body));
    }

    [Fact]
    public async Task Revalidation_joins_no_compile_that_does_not_revalidate()
    {
        var report = Share("cache: 1m");
        var gate = new TaskCompletionSource();
        _upstream = async () =>
        {
            await gate.Task;
            return FakeUpstream.Json("1");
        };
        var plain = AskAsync(report);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        var revalidating = Enumerable.Range(0, 3).Select(_ => AskAsync(report, Request() with { Revalidate = true })).ToList();
        await CompilationTests.Until(() => _compiling.Upstream.Calls.Count == 2);
        gate.SetResult();

        await Task.WhenAll([plain, .. revalidating]);
        Assert.Equal(2, _compiling.Upstream.Calls.Count);
    }

    [Fact]
    public async Task Who_joins_is_told_so()
    {
        var report = Share("cache: 1m");
        var gate = new TaskCompletionSource();
        _upstream = async () =>
        {
            await gate.Task;
            return FakeUpstream.Json("1");
        };
        var first = AskAsync(report);
        await CompilationTests.Until(() => _compiling.Upstream.Open == 1);
        var second = AskAsync(report);
        await AskAsync(report, Request() with { JoinOnly = true, Patience = TimeSpan.Zero }); // has its turn after those before
        gate.SetResult();

        Assert.Equal([false, true], (await Task.WhenAll(first, second)).Select(answer => answer.Standing.Collapsed));
        Assert.Single(_compiling.Upstream.Calls);
    }

    [Theory]
    [InlineData(PurgeKind.Report, "r", true)]
    [InlineData(PurgeKind.Upstream, "up", true)]
    [InlineData(PurgeKind.Tag, "fruit", true)]
    [InlineData(PurgeKind.Report, "up", false)]
    [InlineData(PurgeKind.Tag, "other", false)]
    public async Task A_purge_that_concerns_it_makes_it_a_miss(PurgeKind kind, string name, bool concerned)
    {
        var report = Share("cache: { ttl: 1m, stale: 1m, staleOnError: 1m }\ntags: [fruit]");
        await AskAsync(report);
        Purge(new(kind, name));

        Assert.Equal(concerned ? "2" : "1", Body(await AskAsync(report)));
    }

    [Fact]
    public async Task What_was_under_way_when_the_purge_came_is_neither_joined_nor_kept()
    {
        var report = Share("cache: 1m");
        var gates = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var calls = 0;
        _upstream = async () =>
        {
            var call = Interlocked.Increment(ref calls);
            await gates[call - 1].Task;
            return FakeUpstream.Json($"{call}");
        };
        var before = AskAsync(report);
        await CompilationTests.Until(() => Volatile.Read(ref calls) == 1);
        Purge(new(PurgeKind.Report, "r"));
        var after = AskAsync(report);
        await CompilationTests.Until(() => Volatile.Read(ref calls) == 2);
        gates[1].SetResult();
        Assert.Equal("2", Body(await after));
        gates[0].SetResult();

        Assert.Equal(("1", false), (Body(await before), (await before).Standing.Kept));
        Assert.Equal("2", Body(await AskAsync(report)));
    }

    [Fact]
    public async Task While_purges_are_unknown_nothing_is_kept()
    {
        var report = Share("cache: 1m");
        _compiling.Time.Advance(GenerationMirror.Lease);

        Assert.False((await AskAsync(report)).Standing.Kept);
        Assert.Equal("2", Body(await AskAsync(report)));
    }

    [Fact]
    public async Task An_evicted_document_is_gone_and_its_activation_told()
    {
        var report = Share("cache: 1m");
        await AskAsync(report);
        _budget.Add(CachePart.Near, _budget.Capacity, () => { });

        Assert.Equal((1, TimeSpan.Zero), (_evicted, report.UsefulFor));
        Assert.Equal("2", Body(await AskAsync(report)));
    }

    /// <summary>Lets time pass, in which the mirror hears that nothing is new.</summary>
    private void Pass(double seconds)
    {
        _compiling.Time.Advance(TimeSpan.FromSeconds(seconds));
        _mirror.Hear(null);
    }

    private void Purge(PurgeSubject subject) => _mirror.Hear(_generations = _generations.Purge(subject));

    private ReportPlan? _plan;

    private SharedReport Share(string caching, string source = "") =>
        Share(_plan = Plans.Of($"report: r\n{caching}\nsources:\n  a: {{ get: \"up:/a\"{(source.Length > 0 ? ", " + source : "")} }}\nresult: a\n"));

    private SharedReport Share(ReportPlan plan)
    {
        var definitions = new DefinitionStore(_compiling.Time);
        definitions.Replace(new(new() { Upstreams = [], Reports = [] }, ImmutableDictionary<string, ReportPlan>.Empty.Add("r", plan)));
        return new(definitions, _compiling.Compiler, _mirror, _budget, _compiling.Time, new(), () => _evicted++);
    }

    private Task<ReportAnswer> AskAsync(SharedReport report) => AskAsync(report, Request());

    /// <summary>Asks on turns that run one at a time, as a grain's do.</summary>
    private Task<ReportAnswer> AskAsync(SharedReport report, ReportRequest request) =>
        Task.Factory.StartNew(() => report.GetAsync(request, CancellationToken.None), CancellationToken.None, TaskCreationOptions.None, _turns).Unwrap();

    private ReportRequest Request(ReportPlan? plan = null) => new()
    {
        Report = "r",
        DefinitionHash = (plan ?? _plan)!.Hash,
        Parameters = CanonicalParameters.None,
        Waiter = Guid.NewGuid(),
        Patience = TimeSpan.FromSeconds(10),
    };

    private static string Body(ReportAnswer answer) => Compiling.Text(answer);
}
