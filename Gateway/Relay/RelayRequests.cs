using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;
using Aggregator.Identity;
using Aggregator.Resources;

namespace Aggregator.Gateway.Relay;

/// <summary>Reads requests for the relay: target, upstream, method, path, body, fields, in this order.</summary>
/// <param name="options">The limits.</param>
/// <param name="randomness">The names of callers.</param>
internal sealed class RelayRequests(RelayOptions options, IRandomness randomness)
{
    /// <summary>Reads a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="catalogue">The upstreams.</param>
    /// <exception cref="BadHttpRequestException">The body is too long or broken.</exception>
    public async Task<Checked<ResourceRequest>> ReadAsync(HttpContext context, ReportCatalogue catalogue)
    {
        if (RelayTarget.TryParse(RequestTarget.PathAndQuery(context).ToString()) is not { } target)
            return BadTarget;
        if (catalogue.FindUpstream(target.Upstream) is not { Relay: { } relay } upstream)
            return Unknown;
        if (RelayMethods.Check(context.Request.Method, relay) is { } refused)
            return refused;
        if (!relay.Covers(target.Path))
            return Unknown;
        var body = await BoundedBody.ReadAsync(context.Request, relay.MaxBody, context.RequestAborted);
        return Request(context.Request, upstream, target, body);
    }

    private ResourceRequest Request(HttpRequest request, UpstreamDescriptor upstream, RelayTarget target, byte[] body)
    {
        var fields = RelayFields.EndToEnd(request.Headers);
        return new()
        {
            Address = new(upstream.Name, target.Path + target.Query),
            UpstreamHash = upstream.DefinitionHash,
            Use = ResourceUse.Relay,
            Method = request.Method,
            Headers = fields,
            Body = body.Length == 0 ? null : body,

            // A body has no meaning in a read (RFC 9110 §9.3.1) and is in no key: an upstream that gives it one gets each request for itself.
            Safe = RelayMethods.IsSafe(request.Method) && body.Length == 0,
            Caching = body.Length > 0 && RelayMethods.IsSafe(request.Method) ? ResourceCaching.Off : ResourceCaching.Http,
            Identity = RelayFields.Identity(fields),
            Waiter = randomness.NextId(),
            Patience = options.Patience,
        };
    }

    private static readonly Problem BadTarget = new(
        ProblemKind.BadRequest,
        "A relayed path is /relay/{upstream}/{path} without empty segments, segments of dots (however they are spelled), # and \\.");

    /// <summary>One answer for all that is not relayed: which upstreams there are besides is nobody's business.</summary>
    private static readonly Problem Unknown = new(ProblemKind.UnknownPath, "Nothing is relayed at this path.");
}
