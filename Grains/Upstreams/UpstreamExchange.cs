using System.Net;
using Aggregator.Definitions;
using Aggregator.JmesPath;

namespace Aggregator.Upstreams;

/// <summary>One request and its whole answer on the wire of one upstream: sent, read, decompressed and checked.</summary>
internal sealed class UpstreamExchange : IDisposable
{
    private readonly UpstreamDefinition _upstream;
    private readonly string _base;
    private readonly HttpMessageInvoker _reusing;
    private readonly HttpMessageInvoker _fresh;

    /// <summary>An exchange with an upstream.</summary>
    /// <param name="upstream">The upstream.</param>
    /// <param name="handler">Makes the handler that sends, given the longest life of a connection.</param>
    public UpstreamExchange(UpstreamDefinition upstream, Func<TimeSpan, HttpMessageHandler> handler)
    {
        _upstream = upstream;
        _base = upstream.Url.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _reusing = new(handler(ConnectionLifetime));
        _fresh = new(handler(TimeSpan.Zero));
    }

    /// <summary>Makes the handler that speaks to real upstreams.</summary>
    /// <param name="connectionLifetime">How long a connection is reused; zero for one request. It bounds how long an old DNS answer is used.</param>
    public static HttpMessageHandler Sockets(TimeSpan connectionLifetime) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null, // what the client sent along must not travel on
        PooledConnectionLifetime = connectionLifetime,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        ConnectTimeout = Timeout.InfiniteTimeSpan, // an attempt's time bounds it
        ResponseDrainTimeout = TimeSpan.FromMilliseconds(200),
        MaxResponseDrainSize = 64 << 10,
        MaxResponseHeadersLength = 64, // KiB
        EnableMultipleHttp2Connections = true,
    };

    /// <summary>Sends the call once. Failures of the upstream and the network are outcomes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<UpstreamOutcome> SendAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        using var request = Request(call);

        // SocketsHttpHandler repeats a request by itself when a reused connection turns out to be closed: an unsafe one gets a fresh one.
        var invoker = call.Safe ? _reusing : _fresh;
        try
        {
            using var response = await invoker.SendAsync(request, cancellationToken);
            return await ReadAsync(response, call, cancellationToken);
        }
        catch (HttpRequestException failure)
        {
            return new() { Kind = UpstreamOutcomeKind.Unreachable, NotSent = NeverConnected(failure.HttpRequestError) };
        }
        catch (IOException)
        {
            return new() { Kind = UpstreamOutcomeKind.Unreachable };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reusing.Dispose();
        _fresh.Dispose();
    }

    private HttpRequestMessage Request(UpstreamCall call)
    {
        var request = new HttpRequestMessage(call.Method, Target(call.Target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = call.Json is { } json ? new ReadOnlyMemoryContent(json) { Headers = { ContentType = new("application/json") } } : null,
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        request.Headers.TryAddWithoutValidation("User-Agent", "Aggregator");
        foreach (var header in _upstream.Headers)
        {
            request.Headers.Remove(header.Name);
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        return request;
    }

    /// <summary>The template has already decided what every byte means: <see cref="Uri"/> must not fold or unescape anything.</summary>
    private Uri Target(string target) => new(_base + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private async Task<UpstreamOutcome> ReadAsync(HttpResponseMessage response, UpstreamCall call, CancellationToken cancellationToken)
    {
        var answer = new UpstreamOutcome
        {
            Kind = UpstreamOutcomeKind.Answer,
            Status = (int)response.StatusCode,
            Headers = [.. Fields(response)],
        };
        if (AnswerRules.EffectOf(answer, call.On) != OnEffect.Ok || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
            return answer;

        var (body, failure) = await BodyReader.ReadAsync(response.Content, _upstream.MaxResponse, cancellationToken);
        if (failure is { } kind) return answer with { Kind = kind };
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[ByteOrderMarkLength..];
        if (!IsJson(response.Content.Headers.ContentType?.MediaType)) return answer with { Kind = UpstreamOutcomeKind.UnsupportedMedia };
        return JsonText.Check(body.Span) is null ? answer with { Body = body } : answer with { Kind = UpstreamOutcomeKind.BadJson };
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(HttpResponseMessage response)
    {
        foreach (var (name, lines) in response.Headers.NonValidated)
            foreach (var line in lines) yield return new(name, line);
        foreach (var (name, lines) in response.Content.Headers.NonValidated)
            foreach (var line in lines) yield return new(name, line);
    }

    /// <summary>JSON by its own types and by the suffix of others (RFC 6839 §3.1); an answer without a type is taken at its word.</summary>
    private static bool IsJson(string? mediaType) =>
        mediaType is null
        || mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static bool NeverConnected(HttpRequestError error) => error is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private const int ByteOrderMarkLength = 3;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
}
