using System.IO.Compression;
using System.Net;
using System.Text;
using Aggregator.Reports;
using Aggregator.Tests.Reports;
using Aggregator.Upstreams;

namespace Aggregator.Tests.Upstreams;

/// <summary>What the pipe makes of an upstream's manners: repeats, permits, times, and bodies that are not what they should be.</summary>
public sealed class UpstreamPipeTests
{
    private const string One = "report: r\nsources:\n  a: { get: \"up:/a\" }\n";
    private const string Optional = "report: r\nsources:\n  a: { get: \"up:/a\", optional: true }\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("get: \"up:/a\"", 503, 3)]
    [InlineData("get: \"up:/a\"", 429, 3)]
    [InlineData("get: \"up:/a\"", 408, 3)]
    [InlineData("get: \"up:/a\"", 404, 1)]
    [InlineData("get: \"up:/a\", on: { 404: retry }", 404, 3)]
    [InlineData("get: \"up:/a\", on: { 503: fail }", 503, 3)]
    [InlineData("get: \"up:/a\", on: { 503: default }", 503, 1)]
    [InlineData("post: \"up:/a\", safe: true, json: {}", 503, 3)]
    [InlineData("post: \"up:/a\", json: {}", 503, 1)]
    public async Task Only_a_safe_call_is_repeated_and_only_after_what_may_pass(string source, int status, int attempts)
    {
        using var compiling = new Compiling(new((_, _) => Task.FromResult(FakeUpstream.Status(status))));
        var running = compiling.RunAsync(Plans.Of($"report: r\ndeadline: 1d\nsources:\n  a: {{ {source}, optional: true }}\n", "timeout: 1d, retry: { attempts: 2, backoff: 1ms }"));
        await AdvanceUntilDone(compiling, running);
        var answer = await running;

        Assert.Equal(attempts, compiling.Upstream.Calls.Count);
        Assert.Equal(attempts, answer.Document?.Sources[0].Attempts);
    }

    [Fact]
    public async Task An_unsafe_call_is_repeated_while_it_certainly_never_arrived()
    {
        using var compiling = new Compiling(new((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError)));
        var running = compiling.RunAsync(Plans.Of("report: r\ndeadline: 1d\nsources:\n  a: { post: \"up:/a\" }\n", "timeout: 1d, retry: { attempts: 1, backoff: 1ms }"));
        await AdvanceUntilDone(compiling, running);

        Assert.Equal(2, compiling.Upstream.Calls.Count);
        Assert.Equal("unreachable", (await running).Failure?.Sources[0].Error);
    }

    [Fact]
    public async Task An_attempts_time_begins_once_it_holds_its_permit()
    {
        var first = new TaskCompletionSource();
        using var compiling = new Compiling(new(async (request, cancellation) =>
        {
            if (FakeUpstream.Target(request) == "/a") await first.Task.WaitAsync(cancellation);
            return FakeUpstream.Json("1");
        }));
        var running = compiling.RunAsync(Plans.Of(
            "report: r\nsources:\n  a: { get: \"up:/a\", optional: true }\n  b: { get: \"up:/b\" }\n", "concurrency: 1, timeout: 3s, retry: 0"));
        await CompilationTests.Until(() => compiling.Upstream.Open == 1);
        compiling.Time.Advance(TimeSpan.FromSeconds(3));
        var answer = await running.WaitAsync(Patience);

        Assert.Equal("timeout", answer.Document?.Sources[0].Error);
        Assert.Equal(SourceState.Ok, answer.Document?.Sources[1].State);
    }

    [Fact]
    public async Task Waiting_for_a_permit_until_time_is_up_is_throttling()
    {
        var upstream = new FakeUpstream((_, cancellation) => FakeUpstream.HangAsync(cancellation));
        using var pipes = new UpstreamPipes(TimeProvider.System, () => 0.5, _ => upstream.Handler());
        var call = new UpstreamCall
        {
            Upstream = Assert.Single(Plans.Of(One, "concurrency: 1, retry: 0").Sources).Upstream ?? throw new InvalidOperationException("The source calls an upstream."),
            Method = "GET",
            Target = "/a",
            Safe = true,
        };
        using var limit = new CancellationTokenSource();
        var under = pipes.SendAsync(call, limit.Token);
        var waiting = pipes.SendAsync(call, limit.Token);
        await limit.CancelAsync();

        Assert.Equal(UpstreamOutcomeKind.Timeout, (await under.WaitAsync(Patience)).Kind);
        Assert.Equal((UpstreamOutcomeKind.Throttled, 0), ((await waiting.WaitAsync(Patience)).Kind, (await waiting).Attempts));
        Assert.Single(upstream.Calls);
    }

    [Theory]
    [InlineData("{\"a\":", "application/json", "bad_json")]
    [InlineData("{} {}", "application/json", "bad_json")]
    [InlineData("", "application/json", "bad_json")]
    [InlineData("\"\\ud800\"", "application/json", "bad_json")]
    [InlineData("<p>", "text/html", "unsupported_media")]
    public async Task What_is_not_json_fails_the_source(string body, string type, string error)
    {
        var answer = await Compiling.RunAsync(Optional, Sending(Encoding.UTF8.GetBytes(body), type));

        Assert.Equal(error, answer.Document?.Sources[0].Error);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/problem+json")]
    [InlineData("TEXT/JSON")]
    public async Task Json_goes_by_many_types_and_its_byte_order_mark_is_dropped(string type)
    {
        var answer = await Compiling.RunAsync(One + "result: a\n", Sending([0xEF, 0xBB, 0xBF, (byte)'7'], type));

        Assert.Equal("7", Compiling.Text(answer));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    public async Task No_content_is_null(int status)
    {
        var answer = await Compiling.RunAsync(One + "result: a\n", new((_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status))));

        Assert.Equal("null", Compiling.Text(answer));
    }

    [Theory]
    [InlineData(206)]
    [InlineData(304)]
    [InlineData(302)]
    [InlineData(999)]
    public async Task An_answer_that_nobody_asked_for_fails_the_source(int status)
    {
        var answer = await Compiling.RunAsync(Optional, new((_, _) => Task.FromResult(FakeUpstream.Status(status))));

        Assert.Equal($"status_{status}", answer.Document?.Sources[0].Error);
    }

    [Fact]
    public async Task Invalid_utf8_is_bad_json()
    {
        var answer = await Compiling.RunAsync(Optional, Sending([(byte)'"', 0xC0, 0xAF, (byte)'"'], "application/json"));

        Assert.Equal("bad_json", answer.Document?.Sources[0].Error);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_body_is_undone_and_one_that_ends_early_or_swells_is_refused(string coding)
    {
        var whole = Compressed(coding, "\"" + new string('x', 3000) + "\"");
        var bomb = Compressed(coding, "\"" + new string('x', 5 << 20) + "\"");

        var good = await Compiling.RunAsync(Optional, Sending(whole, "application/json", coding));
        var cut = await Compiling.RunAsync(Optional, Sending(whole[..^6], "application/json", coding));
        var large = await Compiling.RunAsync(Optional, Sending(bomb, "application/json", coding));
        var noise = await Compiling.RunAsync(Optional, Sending([.. Enumerable.Repeat((byte)0xFF, 64)], "application/json", coding));

        Assert.Equal(SourceState.Ok, good.Document?.Sources[0].State);
        Assert.Equal("truncated", cut.Document?.Sources[0].Error);
        Assert.Equal("too_large", large.Document?.Sources[0].Error);
        Assert.Equal("bad_encoding", noise.Document?.Sources[0].Error);
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    public async Task A_coding_that_was_not_asked_for_is_refused(string coding)
    {
        var answer = await Compiling.RunAsync(Optional, Sending("1"u8.ToArray(), "application/json", coding));

        Assert.Equal("bad_encoding", answer.Document?.Sources[0].Error);
    }

    [Theory]
    [InlineData(1024, null)]
    [InlineData(1025, "too_large")]
    public async Task A_body_may_be_as_large_as_the_definition_says(int length, string? error)
    {
        var answer = await Compiling.RunAsync(
            Optional, FakeUpstream.Answering(_ => "\"" + new string('x', length - 2) + "\""), settings: "maxResponse: 1KiB, retry: 0");

        Assert.Equal(error, answer.Document?.Sources[0].Error);
    }

    [Fact]
    public async Task Configured_headers_win_over_ours()
    {
        HttpRequestMessage? sent = null;
        await Compiling.RunAsync(One, new((request, _) =>
        {
            sent = request;
            return Task.FromResult(FakeUpstream.Json("1"));
        }), settings: "headers: { X-Team: reports, Accept: text/x }, retry: 0");

        Assert.Equal(["reports"], sent?.Headers.GetValues("X-Team"));
        Assert.Equal(["text/x"], sent?.Headers.GetValues("Accept"));
    }

    private static FakeUpstream Sending(byte[] body, string type, string? coding = null) => new((_, _) =>
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        foreach (var one in coding?.Split(", ") ?? []) content.Headers.ContentEncoding.Add(one);
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    });

    private static byte[] Compressed(string coding, string text)
    {
        var output = new MemoryStream();
        using (Stream stream = coding == "br" ? new BrotliStream(output, CompressionLevel.Fastest) : new GZipStream(output, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return output.ToArray();
    }

    /// <summary>Lets every pause between attempts pass.</summary>
    private static async Task AdvanceUntilDone(Compiling compiling, Task running)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!running.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            compiling.Time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
    }
}
