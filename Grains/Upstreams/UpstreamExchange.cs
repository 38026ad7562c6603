using System.Net;
using System.Text;
using Aggregator.Definitions;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Resources;

namespace Aggregator.Upstreams;

/// <summary>One request and its whole answer on the wire of one upstream: sent and read, and for a source decompressed and checked.</summary>
internal sealed class UpstreamExchange : IDisposable
{
    private readonly UpstreamDefinition _upstream;
    private readonly TimeProvider _time;
    private readonly string _base;
    private readonly HttpMessageInvoker _reusing;
    private readonly HttpMessageInvoker _fresh;

    /// <summary>An exchange with an upstream.</summary>
    /// <param name="upstream">The upstream.</param>
    /// <param name="time">Tells when something was sent and when its answer came.</param>
    /// <param name="handler">Makes the handler that sends, given the longest life of a connection.</param>
    public UpstreamExchange(UpstreamDefinition upstream, TimeProvider time, Func<TimeSpan, HttpMessageHandler> handler)
    {
        (_upstream, _time) = (upstream, time);
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
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1, // a header value is bytes: what came is what goes on
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
    };

    /// <summary>Sends the call once. Failures of the upstream and the network are outcomes.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<UpstreamOutcome> SendAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        using var request = Request(call);
        var requestedAt = _time.GetMoment();

        // SocketsHttpHandler repeats a request by itself when a reused connection turns out to be closed: an unsafe one gets a fresh one.
        var invoker = call.Safe ? _reusing : _fresh;
        try
        {
            using var response = await invoker.SendAsync(request, cancellationToken);
            var answer = new UpstreamOutcome
            {
                Kind = UpstreamOutcomeKind.Answer,
                Status = (int)response.StatusCode,
                Headers = HeaderFields.Of(Lines(response)),
                RequestedAt = requestedAt,
                ReceivedAt = _time.GetMoment(),
            };
            return await ReadAsync(answer, response.Content, call, cancellationToken);
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
        var request = new HttpRequestMessage(new HttpMethod(call.Method), Target(call.Target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = call.Body is { } body ? new ByteArrayContent(body) : null,
        };
        foreach (var line in RequestFields.Of(_upstream, call.Use, call.Headers))
        {
            if (line.Value.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException($"The value of {line.Name} cannot stand in a header line.", nameof(call));
            if (request.Headers.TryAddWithoutValidation(line.Name, line.Value)) continue;
            request.Content ??= new ByteArrayContent([]); // fields about content can stand on content only
            request.Content.Headers.TryAddWithoutValidation(line.Name, line.Value);
        }

        return request;
    }

    /// <summary>The template has already decided what every byte means: <see cref="Uri"/> must not fold or unescape anything.</summary>
    private Uri Target(string target) => new(_base + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });

    private async Task<UpstreamOutcome> ReadAsync(UpstreamOutcome answer, HttpContent content, UpstreamCall call, CancellationToken cancellationToken)
    {
        if (call.Method == "HEAD") return answer; // its length tells of a body that is not there
        if (await BodyReader.ReadAsync(content, _upstream.MaxResponse, cancellationToken) is not { } sent)
            return answer with { Kind = UpstreamOutcomeKind.TooLarge };
        return call.Use == ResourceUse.Source ? Decode(answer, content, sent) : answer with { Body = sent };
    }

    /// <summary>A good answer has to be JSON. Another one is read as well as it can be: whether its body counts is for each source to say.</summary>
    private UpstreamOutcome Decode(UpstreamOutcome answer, HttpContent content, byte[] sent)
    {
        if (answer.Status is NoContent or ResetContent or NotModified) return answer;
        var (body, failure) = ContentCoding.Decode(content.Headers.ContentEncoding, sent, _upstream.MaxResponse);
        var isGood = UpstreamOutcome.IsGood(answer.Status);
        if (failure is { } kind) return isGood ? answer with { Kind = kind } : answer with { Body = sent };
        if (body.Span.StartsWith("\uFEFF"u8)) body = body[ByteOrderMarkLength..];
        if (isGood && JsonAnswer.FaultOf(answer.Headers, body.Span) is { } fault) return answer with { Kind = fault };
        return body.Length == sent.Length && content.Headers.ContentEncoding.Count == 0
            ? answer with { Body = sent }
            : answer with { Body = body.ToArray(), Decoded = true };
    }

    /// <summary>The lines as received: typed headers would hide what is malformed.</summary>
    private static IEnumerable<HttpCaching.Syntax.HeaderLine> Lines(HttpResponseMessage response)
    {
        foreach (var (name, lines) in response.Headers.NonValidated)
            foreach (var line in lines) yield return new(name, line);
        foreach (var (name, lines) in response.Content.Headers.NonValidated)
            foreach (var line in lines) yield return new(name, line);
    }

    private static bool NeverConnected(HttpRequestError error) => error is
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private const int NoContent = 204;
    private const int ResetContent = 205;
    private const int NotModified = 304;
    private const int ByteOrderMarkLength = 3;
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
}
