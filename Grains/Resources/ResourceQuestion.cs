using Aggregator.Definitions;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Identity;
using Aggregator.Upstreams;

namespace Aggregator.Resources;

/// <summary>A request for a resource in the words of the cache: what is asked, by whose rules, and under which keys it is stored and shared.</summary>
internal sealed class ResourceQuestion
{
    private readonly Lazy<FlightKey> _flight;

    private ResourceQuestion(ResourceRequest request, UpstreamDefinition upstream)
    {
        (Request, Upstream) = (request, upstream);
        var own = HeaderFields.Of(request.Headers.Select(line => new HttpCaching.Syntax.HeaderLine(line.Name, line.Value)));
        var fields = RequestFields.Of(upstream, request.Use, own);
        Cacheable = new()
        {
            Method = request.Method,
            Uri = new Uri(upstream.Url.GetLeftPart(UriPartial.Path).TrimEnd('/') + request.Address.Target),
            Fields = request.Use == ResourceUse.Source ? ConditionalRequest.Unconditional(fields) : fields,
            ClientCredential = own.Any(line => IsClients(line.Name) && !line.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)),
            DeclaredRead = request is { Safe: true, Use: ResourceUse.Source, Method: not ("GET" or "HEAD") },
            Revalidate = request.Caching.Revalidate,
        };
        Policy = PolicyOf(request, upstream);
        var credentials = own.Where(line => IsClients(line.Name));
        Key = new(
            request.Address,
            request.UpstreamHash,
            request.Use,
            Cacheable.DeclaredRead ? KeyDigest.Of([request.Method], request.Body) : "",
            upstream.Sharing == CacheSharing.Private ? KeyDigest.Of([request.Identity, .. credentials.SelectMany(Texts)]) : "");
        _flight = new(() => FlightKey.Of(request, Cacheable.Fields));
    }

    /// <summary>The request as it came.</summary>
    public ResourceRequest Request { get; }

    /// <summary>The upstream.</summary>
    public UpstreamDefinition Upstream { get; }

    /// <summary>The request as the cache sees it.</summary>
    public CacheRequest Cacheable { get; }

    /// <summary>By which rules it may be answered from the store.</summary>
    public CachePolicy Policy { get; }

    /// <summary>Where its answers are stored.</summary>
    public ResponseKey Key { get; }

    /// <summary>Who may share a call of the upstream with it.</summary>
    public FlightKey Flight => _flight.Value;

    /// <summary>Whether the store takes part.</summary>
    public bool UsesStore => Request.Caching.Mode != ResourceCachingMode.Off;

    /// <summary>A request in the words of the cache.</summary>
    public static ResourceQuestion Of(ResourceRequest request, UpstreamDefinition upstream) => new(request, upstream);

    /// <summary>The call of the upstream, with these fields.</summary>
    public UpstreamCall Call(HeaderFields fields) => new()
    {
        Upstream = Upstream,
        Use = Request.Use,
        Method = Request.Method,
        Target = Request.Address.Target,
        Headers = fields,
        Body = Request.Body,
        Safe = Request.Safe,
        On = AnswerRuleText.Read(Request.Rules),
    };

    private bool IsClients(string name) => CredentialHeader.Is(name) && !RequestFields.IsConfigured(Upstream, name);

    private static IEnumerable<string> Texts(HttpCaching.Syntax.HeaderLine line) => [line.Name.ToLowerInvariant(), line.Value];

    private static CachePolicy PolicyOf(ResourceRequest request, UpstreamDefinition upstream) => new()
    {
        Sharing = upstream.Sharing,
        ObeysRequest = request.Use == ResourceUse.Relay,
        OperatorCredential = RequestFields.IsConfigured(upstream, "Authorization"),
        Fixed = request.Caching is { Mode: ResourceCachingMode.Fixed } rule ? new(rule.Lifetime, rule.Stale, rule.StaleOnError) : null,
    };
}
