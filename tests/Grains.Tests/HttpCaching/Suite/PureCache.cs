using System.Collections.Immutable;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>The smallest cache that can be put together from the decisions: no network, no waiting, one request at a time.</summary>
internal sealed class PureCache(CachePolicy policy, Func<CacheRequest, CacheResponse?> origin)
{
    private readonly Dictionary<Uri, ImmutableArray<StoredResponse>> _stored = [];

    public CachedAnswer Ask(CacheRequest request, Moment now)
    {
        var stored = StoredFor(request);
        switch (Reuse.Decide(request, stored, policy, now))
        {
            case ReuseDecision.Fresh fresh:
                return CachedAnswer.FromStore(request, fresh.Stored, now);
            case ReuseDecision.StaleByRequest stale:
                return CachedAnswer.FromStore(request, stale.Stored, now);
            case ReuseDecision.StaleWhileRevalidate stale:
                var answer = CachedAnswer.FromStore(request, stale.Stored, now);
                Fetch(request, stale.Stored, now);
                return answer;
            case ReuseDecision.GatewayTimeout:
                return new(504, HeaderFields.Empty, ReadOnlyMemory<byte>.Empty);
            case ReuseDecision.MustRevalidate validation:
                return request.IsHead ? ForwardHead(request, stored) : Fetch(request, validation.Stored, now);
            case ReuseDecision.Miss { Reason: MissReason.Method }:
                return Forward(request);
            default:
                return request.IsHead ? ForwardHead(request, stored) : Fetch(request, null, now);
        }
    }

    private CachedAnswer Fetch(CacheRequest request, StoredResponse? chosen, Moment now)
    {
        var stored = StoredFor(request);
        IReadOnlyList<StoredResponse> offered =
            chosen is not null ? [chosen] : [.. stored.Where(candidate => Storability.IsVisible(candidate, policy))];
        var response = origin(request with { Fields = ConditionalRequest.Build(request.Fields, chosen, offered) });
        var failure = response is null ? UpstreamFailure.NoAnswer : new UpstreamFailure(response.Head.Status);
        if (chosen is not null && StaleIfError.Decide(request, chosen, failure, policy, now) is StaleIfError.Serve)
            return CachedAnswer.FromStore(request, chosen, now);
        if (response?.Head.Status == 304)
        {
            var freshened = Freshening.ByNotModified(request, response.Head, offered, response.RequestedAt, response.ReceivedAt);
            _stored[request.Uri] = Variants.Replace(stored, freshened);
            if (!freshened.IsEmpty)
                return CachedAnswer.FromStore(request, freshened[0].After, now);
            response = origin(request with { Fields = ConditionalRequest.Unconditional(request.Fields) });
        }
        return response is null ? BadGateway() : Keep(request, response);
    }

    private CachedAnswer Keep(CacheRequest request, CacheResponse response)
    {
        var received = StoredResponse.Of(request, response);
        if (Storability.Decide(request, response, policy) is Storability.Storable)
            _stored[request.Uri] = Variants.Add(StoredFor(request), received, request, policy);
        return CachedAnswer.FromUpstream(request, received);
    }

    private CachedAnswer ForwardHead(CacheRequest request, ImmutableArray<StoredResponse> stored)
    {
        var response = origin(request with { Fields = ConditionalRequest.Unconditional(request.Fields) });
        if (response is null)
            return BadGateway();
        if (response.Head.Status == 200 && Reuse.Choose(request, stored, policy) is { } chosen)
        {
            var after = Freshening.ByHead(request, response.Head, chosen, response.RequestedAt, response.ReceivedAt);
            _stored[request.Uri] = after is null ? stored.Remove(chosen) : stored.Replace(chosen, after);
        }
        return new(response.Head.Status, HopByHop.Remove(response.Head.Fields), ReadOnlyMemory<byte>.Empty);
    }

    private CachedAnswer Forward(CacheRequest request)
    {
        var response = origin(request);
        if (response is null)
            return BadGateway();
        foreach (var uri in Invalidation.Uris(request, response.Head))
            _stored.Remove(uri);
        return Keep(request, response);
    }

    private ImmutableArray<StoredResponse> StoredFor(CacheRequest request) =>
        _stored.TryGetValue(request.Uri, out var stored) ? stored : [];

    private static CachedAnswer BadGateway() => new(502, HeaderFields.Empty, ReadOnlyMemory<byte>.Empty);
}
