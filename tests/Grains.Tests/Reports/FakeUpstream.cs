using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Aggregator.Tests.Reports;

/// <summary>An upstream made of a lambda: it counts its calls, those under way, and those that the caller gave up.</summary>
internal sealed class FakeUpstream(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
{
    private readonly ConcurrentQueue<string> _calls = [];
    private int _open;
    private int _givenUp;

    /// <summary>Method, path and query of every call, in order of arrival.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>Calls under way.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Calls that were cancelled.</summary>
    public int GivenUp => Volatile.Read(ref _givenUp);

    /// <summary>An upstream that answers 200 with a body made from the path and query.</summary>
    public static FakeUpstream Answering(Func<string, string> body) => new((request, _) => Task.FromResult(Json(body(Target(request)))));

    /// <summary>A 200 with JSON.</summary>
    public static HttpResponseMessage Json(string body) => Status(200, body);

    /// <summary>An answer of some status.</summary>
    public static HttpResponseMessage Status(int status, string body = "{}") =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Path and query of a request, as they go on the wire.</summary>
    public static string Target(HttpRequestMessage request) => request.RequestUri?.PathAndQuery ?? "";

    /// <summary>Never answers.</summary>
    public static Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken) =>
        new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);

    /// <summary>A handler that leads here.</summary>
    public HttpMessageHandler Handler() => new Leading(this);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"{request.Method} {Target(request)}");
        Interlocked.Increment(ref _open);
        try
        {
            return await answer(request, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _givenUp);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private sealed class Leading(FakeUpstream upstream) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            upstream.SendAsync(request, cancellationToken);
    }
}
