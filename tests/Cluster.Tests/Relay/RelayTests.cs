using System.Net;
using System.Net.Sockets;
using System.Text;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.Relay;

/// <summary>The relay of a whole node, from the client's octets to the upstream's and back.</summary>
public sealed class RelayTests
{
    private const string Date = "Sun, 06 Nov 1994 08:49:37 GMT";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_the_client_says_reaches_the_upstream_and_what_that_says_the_client()
    {
        await using var origin = new RawOrigin(_ => Task.FromResult(
            $"HTTP/1.1 299 Odd\r\nDate: {Date}\r\nX-One: b\r\nX-Latin: caf\u00e9 \u00ff\r\nX-One: a\r\nAge: x\r\nAge: 2\r\nExpires: 0\r\nSet-Cookie: a=1\r\n"
            + "Set-Cookie: b=2\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\nX-Secret: 1\r\nKeep-Alive: timeout=5\r\nProxy-Authenticate: x\r\n"
            + "Connection: close, X-Secret\r\nUpgrade: h2c\r\n\r\n\u00ff\u0000!"));
        await using var served = await ServedAsync(origin, "headers: { X-Team: reports }, relay: { methods: any, access: public }");

        var answer = await SendAsync(
            served.Node,
            "PATCH /relay/origin/a%2Fb/%7e?x=%2f&y=a+b HTTP/1.1\r\nHost: gateway\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\nX-Latin: \u00ff\u00e9\r\n"
            + "x-team: somebody\r\nAuthorization: Bearer t\r\nAccept-Encoding: br\r\nTE: trailers\r\nContent-Type: a/b\r\nContent-Length: 4\r\n\r\n\u00fe\u0000ab");

        var asked = Assert.Single(origin.Asked).Split("\r\n");
        Assert.Equal("PATCH /a%2Fb/%7e?x=%2f&y=a+b HTTP/1.1", asked[0]);
        Assert.Equal(
            [
                "", "Accept-Encoding: br", "Authorization: Bearer t", "Content-Length: 4", "Content-Type: a/b", $"Host: {new Uri(origin.Url).Authority}",
                "X-Latin: \u00ff\u00e9", "X-Team: reports", "\u00fe\u0000ab",
            ],
            asked.Skip(1).OrderBy(line => line, StringComparer.OrdinalIgnoreCase));
        var (head, body) = (answer.Split("\r\n\r\n")[0].Split("\r\n"), answer.Split("\r\n\r\n")[1]);
        Assert.StartsWith("HTTP/1.1 299 ", head[0], StringComparison.Ordinal);
        Assert.Equal(
            [
                "Age: x", "Age: 2", "Connection: close", "Content-Encoding: gzip", "Content-Length: 3", $"Date: {Date}", "Expires: 0", "Set-Cookie: a=1",
                "Set-Cookie: b=2", "X-Latin: caf\u00e9 \u00ff", "X-One: b", "X-One: a",
            ],
            head.Skip(1).Where(line => !line.StartsWith("Cache-Status: ", StringComparison.Ordinal))
                .OrderBy(line => line.Split(':')[0], StringComparer.OrdinalIgnoreCase));
        Assert.Equal("\u00ff\u0000!", body);
    }

    [Fact]
    public async Task Many_clients_at_once_are_one_call_and_later_ones_none()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var origin = new RawOrigin(async _ =>
        {
            await gate.Task;
            return "HTTP/1.1 200 OK\r\nCache-Control: max-age=600\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
        });
        await using var served = await ServedAsync(origin, "relay: true");

        var calls = Enumerable.Range(0, 200).Select(_ => served.Node.Client.GetStringAsync("/relay/origin/x")).ToList();
        while (origin.Asked.IsEmpty) await Task.Yield();
        gate.SetResult();

        Assert.All(await Task.WhenAll(calls).WaitAsync(Patience), text => Assert.Equal("hello", text));
        Assert.Equal("hello", await served.Node.Client.GetStringAsync("/relay/origin/x"));
        Assert.Single(origin.Asked);
    }

    [Theory]
    [InlineData("relay: true", "Cache-Control: private, max-age=600", 2)]
    [InlineData("relay: true", "Cache-Control: no-store", 2)]
    [InlineData("relay: true", "Cache-Control: max-age=600", 2)]
    [InlineData("relay: true", "Cache-Control: public, max-age=600", 1)]
    [InlineData("relay: true, cache: private", "Cache-Control: private, max-age=600", 2)]
    [InlineData("relay: true, cache: private", "Cache-Control: public, max-age=600", 2)]
    public async Task Who_asks_with_another_credential_gets_an_answer_of_their_own(string settings, string field, int asked)
    {
        await using var origin = new RawOrigin(request => Task.FromResult(
            $"HTTP/1.1 200 OK\r\n{field}\r\nContent-Length: 1\r\nConnection: close\r\n\r\n{request[request.IndexOf("Bearer ", StringComparison.Ordinal) + 7]}"));
        await using var served = await ServedAsync(origin, settings);

        var first = await AskAsync(served.Node, "a");
        var second = await AskAsync(served.Node, "b");

        Assert.Equal(asked, origin.Asked.Count);
        Assert.Equal(("a", asked == 1 ? "a" : "b"), (first, second));
    }

    [Fact]
    public async Task When_the_last_client_leaves_the_upstream_is_left_too()
    {
        await using var origin = new RawOrigin(_ => new TaskCompletionSource<string>().Task);
        await using var served = await ServedAsync(origin, "relay: true");
        using var client = new CancellationTokenSource();

        var call = served.Node.Client.GetAsync("/relay/origin/x", client.Token);
        while (origin.Asked.IsEmpty) await Task.Yield();
        await client.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await origin.Left.WaitAsync(Patience);
    }

    [Fact]
    public async Task An_upstream_that_is_not_there_is_a_502_that_does_not_say_where_it_is_not()
    {
        await using var served = await ServedAsync(null, "relay: true");

        using var response = await served.Node.Client.GetAsync("/relay/origin/x");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.DoesNotContain("127.0.0.1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(StartedNode node, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/relay/origin/x");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await node.Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> SendAsync(StartedNode node, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", node.Client.BaseAddress?.Port ?? 0);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private static async Task<Served> ServedAsync(RawOrigin? origin, string settings)
    {
        var url = origin?.Url ?? $"http://127.0.0.1:{FreePorts.Take(1)[0]}";
        var folder = new TemporaryFolder()
            .With("upstreams.yaml", $$"""upstreams: { origin: { url: "{{url}}", retry: 0, {{settings}} } }""")
            .With("report.yaml", "report: none\nsources:\n  one: { value: \"`1`\" }\n");
        var node = await StartedNode.StartAsync(folder.Path);
        await node.WaitUntilReadyAsync();
        return new(node, folder);
    }

    private sealed record Served(StartedNode Node, TemporaryFolder Folder) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Node.DisposeAsync();
            Folder.Dispose();
        }
    }
}
