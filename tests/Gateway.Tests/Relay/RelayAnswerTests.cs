using System.Net;
using Aggregator.Gateway.Calls;
using Aggregator.Resources;

namespace Aggregator.Gateway.Tests.Relay;

/// <summary>What of an upstream's answer reaches the client, and what it is told when there is none.</summary>
public sealed class RelayAnswerTests
{
    private const string Date = "Sun, 06 Nov 1994 08:49:37 GMT";

    [Fact]
    public async Task Fields_ArePassedOn_LineByLine_AndNothingOfOursIsAdded()
    {
        var answer = await AnswerTo("GET", FakeShards.Text(
            "h\u00ffi", 200, new("Date", Date), new("Expires", "0"), new("Age", "1"), new("Age", "x"), new("Set-Cookie", "a=1"), new("Set-Cookie", "b=2"),
            new("X-Latin", "caf\u00e9 \u00ff"), new("Cache-Control", "max-age=\"3, x"), new("Cache-Status", "aggregator; hit"), new("Server", "theirs"),
            new("Content-Encoding", "gzip"), new("X-Control", "a\u0001b\u007fc\td"), new("x-empty", "")));

        var (head, body) = (answer.Split("\r\n\r\n")[0], answer.Split("\r\n\r\n")[1]);
        Assert.Equal(
            [
                "Age: 1", "Age: x", "Cache-Control: max-age=\"3, x", "Cache-Status: aggregator; hit", "Connection: close", "Content-Encoding: gzip",
                "Content-Length: 3", $"Date: {Date}", "Expires: 0", "Server: theirs", "Set-Cookie: a=1", "Set-Cookie: b=2", "X-Control: a b c\td",
                "x-empty: ", "X-Latin: caf\u00e9 \u00ff",
            ],
            head.Split("\r\n").Skip(1).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal("h\u00ffi", body);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(206)]
    [InlineData(299)]
    [InlineData(301)]
    [InlineData(404)]
    [InlineData(418)]
    [InlineData(499)]
    [InlineData(503)]
    [InlineData(599)]
    [InlineData(999)]
    public async Task Status_IsPassedOn_WhateverItIs(int status)
    {
        var answer = await AnswerTo("GET", FakeShards.Text("body", status));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\nbody", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", 204, "", null)]
    [InlineData("GET", 304, "Content-Length: 5", "Content-Length: 5")]
    [InlineData("GET", 304, "", null)]
    [InlineData("GET", 205, "Content-Length: 0", "Content-Length: 0")]
    [InlineData("HEAD", 200, "Content-Length: 12345", "Content-Length: 12345")]
    [InlineData("HEAD", 404, "", null)]
    [InlineData("HEAD", 200, "Content-Length: x", null)]
    [InlineData("GET", 404, "", "Content-Length: 0")]
    [InlineData("GET", 200, "Content-Length: 77", "Content-Length: 0")]
    public async Task Length_IsTrue_AndNoBodyFollowsWhereNoneMay(string method, int status, string given, string? told)
    {
        HeaderLine[] lines = given.Length == 0 ? [] : [new("Content-Length", given.Split(": ")[1])];

        var answer = await AnswerTo(method, FakeShards.Text("", status, lines));

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(told, answer.Split("\r\n").SingleOrDefault(line => line.StartsWith("Content-Length", StringComparison.Ordinal)));
        Assert.DoesNotContain("Transfer-Encoding", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("problem", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Timeout", 504, "too-slow")]
    [InlineData("Unreachable", 502, "upstream-failed")]
    [InlineData("TooLarge", 502, "upstream-failed")]
    [InlineData("Truncated", 502, "upstream-failed")]
    [InlineData("BadEncoding", 502, "upstream-failed")]
    [InlineData("Throttled", 503, "throttled")]
    public async Task Failure_IsToldAsAProblem(string kind, int status, string problem)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        gateway.Shards.Answers(new() { Kind = kind });

        using var response = await gateway.GetAsync("/relay/crm/a");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal($"urn:aggregator:problem:{problem}", (await response.JsonAsync()).GetProperty("type").GetString());
        Assert.Equal(status == 503, response.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task InterimStatus_AsAFinalOne_IsNoAnswer()
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        gateway.Shards.Answers(FakeShards.Text("", 101));

        using var response = await gateway.GetAsync("/relay/crm/a");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task DefinitionThatNoSiloHasYet_IsATryAgain()
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        gateway.Shards.Answers(new() { Kind = "Unreachable", DefinitionUnavailable = true });

        using var response = await gateway.GetAsync("/relay/crm/a");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(3, gateway.Shards.Asked.Count);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK, 2)]
    [InlineData("POST", HttpStatusCode.BadGateway, 1)]
    public async Task LostSilo_CostsAReadOneAttempt_AndAChangeItsAnswer(string method, HttpStatusCode status, int asked)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        gateway.Shards.Answer = (_, _) => gateway.Shards.Asked.Count == 1 ? throw new SiloUnavailableException() : Task.FromResult(FakeShards.Text("x"));

        using var response = await gateway.SendAsync(new(method), "/relay/crm/a");

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(asked, gateway.Shards.Asked.Count);
        Assert.Single(gateway.Shards.Asked.Select(each => each.Request.Waiter).Distinct());
    }

    [Fact]
    public async Task ChangeThatWasNeverSent_IsSentAgain()
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        gateway.Shards.Answer = (_, _) => gateway.Shards.Asked.Count == 1 ? throw new ClusterNotConnectedException() : Task.FromResult(FakeShards.Text("x"));

        using var response = await gateway.SendAsync(HttpMethod.Post, "/relay/crm/a");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task ClientThatLeaves_IsSaidToHaveLeft()
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Shards.Answer = async (_, cancelled) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancelled);
            throw new InvalidOperationException();
        };
        using var client = new CancellationTokenSource();

        var call = gateway.Client.GetAsync("/relay/crm/a", client.Token);
        await asked.Task;
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(gateway.Shards.LastRequest.Waiter, await gateway.Shards.Left);
    }

    [Fact]
    public async Task NoCatalogueYet_IsNotConnected()
    {
        await using var gateway = await TestGateway.StartAsync();

        using var response = await gateway.GetAsync("/relay/crm/a");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private static async Task<string> AnswerTo(string method, ResourceAnswer answer)
    {
        await using var gateway = await TestGateway.StartRelayAsync(Examples.Crm);
        gateway.Shards.Answers(answer);
        return await RawHttp.SendAsync(gateway.Address, $"{method} /relay/crm/a");
    }
}
