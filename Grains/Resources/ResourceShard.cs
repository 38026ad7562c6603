using Aggregator.HttpCaching;
using Aggregator.Reports;
using Aggregator.Upstreams;

namespace Aggregator.Resources;

/// <summary>
/// What a shard does with a request: the store answers, or a call under way, or a new call of the upstream that others may then join.
/// </summary>
/// <remarks>Lives on its grain's turns. Between two awaits nothing else happens: who finds neither an answer nor a flight starts one.</remarks>
internal sealed class ResourceShard
{
    private readonly ResponseShelf _shelf;
    private readonly ResourceFetch _fetch;
    private readonly ResourceFlights _flights;
    private readonly Func<ResourceAddress, Task> _invalidate;
    private readonly TimeProvider _time;
    private readonly Dictionary<ResponseKey, Task> _refreshes = [];

    /// <summary>A shard without anything in it.</summary>
    /// <param name="shelf">Where responses are stored.</param>
    /// <param name="pipes">The way to upstreams.</param>
    /// <param name="invalidate">Invalidates an address, in whatever shard.</param>
    /// <param name="time">The clock.</param>
    /// <param name="grace">How long a call goes on when every waiter's call has broken off without leaving.</param>
    public ResourceShard(ResponseShelf shelf, UpstreamPipes pipes, Func<ResourceAddress, Task> invalidate, TimeProvider time, TimeSpan grace) =>
        (_shelf, _fetch, _flights, _invalidate, _time) = (shelf, new(shelf, pipes), new(time, grace), invalidate, time);

    /// <summary>Answers a request.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled: this call only breaks off.</exception>
    public async Task<ResourceAnswer> GetAsync(ResourceQuestion question, CancellationToken cancellationToken)
    {
        if (!question.Request.Safe) return await ChangeAsync(question, cancellationToken);
        var decision = Decide(question);
        switch (decision)
        {
            case ReuseDecision.Fresh hit:
                return FromStore(question, hit.Stored, CacheOutcome.Hit, decision);
            case ReuseDecision.StaleByRequest stale:
                return FromStore(question, stale.Stored, CacheOutcome.Stale, decision);
            case ReuseDecision.StaleWhileRevalidate stale:
                Refresh(question, decision);
                return FromStore(question, stale.Stored, CacheOutcome.Stale, decision);
            case ReuseDecision.GatewayTimeout:
                return ResourceAnswers.OnlyIfCached(question, decision);
            default:
                return await ReadAsync(question, decision, cancellationToken);
        }
    }

    /// <summary>Takes a waiter out of its flight for good.</summary>
    public Task LeaveAsync(Guid waiter) => _flights.LeaveAsync(waiter);

    /// <summary>Drops all that is stored of an address; what is under way there is not stored, and nobody joins it any more.</summary>
    public void Invalidate(ResourceAddress address)
    {
        _shelf.Remove(address);
        _flights.Outdate(address);
    }

    /// <summary>Cancels every call, waits until all have ended, and drops what is stored.</summary>
    public async Task EndAsync()
    {
        await _flights.EndAsync();
        await Task.WhenAll(_refreshes.Values);
        _shelf.Clear();
    }

    private ReuseDecision Decide(ResourceQuestion question) => question.UsesStore
        ? Reuse.Decide(question.Cacheable, _shelf.Find(question.Key, question.Purges), question.Policy, _time.GetMoment())
        : new ReuseDecision.Miss(MissReason.NothingStored);

    private ResourceAnswer FromStore(ResourceQuestion question, StoredResponse stored, CacheOutcome outcome, ReuseDecision decision)
    {
        _shelf.Touch(stored);
        return ResourceAnswers.FromStore(question, stored, outcome, CacheStatus.Of(decision), _time.GetMoment());
    }

    /// <summary>Joins the call under way, or starts one, and makes of what comes an answer by this request's own rules.</summary>
    private async Task<ResourceAnswer> ReadAsync(ResourceQuestion question, ReuseDecision decision, CancellationToken cancellationToken)
    {
        var joined = _flights.Find(question);
        var flight = joined ?? Start(question, decision);
        if (await flight.WaitAsync(question.Request.Waiter, question.Request.Patience, cancellationToken) is not { } landing)
            return ResourceAnswers.TooLate;
        _fetch.Keep(question, landing, flight);
        var status = question.UsesStore ? CacheStatus.Of(decision) : new CacheStatus { Forward = ForwardReason.Bypass };
        return ResourceAnswers.Of(question, landing, status with { Collapsed = joined is not null, Stored = flight.IsKept }, _time.GetMoment());
    }

    private ResourceFlight Start(ResourceQuestion question, ReuseDecision decision) => _flights.Start(question, async (flight, limit) =>
    {
        await Task.Yield(); // nothing of it runs before the flight is there to be joined
        var landing = await _fetch.ReadAsync(question, decision, flight, limit);
        _fetch.Keep(question, landing, flight);
        return landing;
    });

    /// <summary>Renews a stale response behind the answers that it still gives, once at a time; nobody's leaving ends it, but its own limit does.</summary>
    private void Refresh(ResourceQuestion question, ReuseDecision decision)
    {
        if (_refreshes.ContainsKey(question.Key) || _flights.Find(question) is not null) return;
        var refresh = RefreshAsync(question, decision);
        if (!refresh.IsCompleted) _refreshes[question.Key] = refresh;
    }

    private async Task RefreshAsync(ResourceQuestion question, ReuseDecision decision)
    {
        var upstream = question.Upstream;
        var flight = Start(question, decision);
        await flight.WaitAsync(question.Request.Waiter, upstream.LongestCall + upstream.Timeout, CancellationToken.None);
        _refreshes.Remove(question.Key);
    }

    /// <summary>Sends a request that changes something: never shared, once, and what was stored of what it changed is dropped (RFC 9111 §4.4).</summary>
    private async Task<ResourceAnswer> ChangeAsync(ResourceQuestion question, CancellationToken cancellationToken)
    {
        var flight = _flights.Find(question) ?? _flights.Start(question, async (flight, limit) =>
        {
            await Task.Yield();
            var landing = await _fetch.AsIsAsync(question, limit);
            if (landing.Received is { } received) await ChangedAsync(question, landing, ChangedAddresses.Of(question, received.Head), flight);
            return landing;
        });
        return await flight.WaitAsync(question.Request.Waiter, question.Request.Patience, cancellationToken) is { } landing
            ? ResourceAnswers.Of(question, landing, new() { Forward = ForwardReason.Method, Stored = flight.IsKept }, _time.GetMoment())
            : ResourceAnswers.TooLate;
    }

    /// <summary>
    /// Drops what a change has made wrong. What it answered may stand for its own address from now on (RFC 9110 §9.3.3), unless another change
    /// has come in between.
    /// </summary>
    private async Task ChangedAsync(ResourceQuestion question, Landing landing, IEnumerable<ResourceAddress> changed, ResourceFlight flight)
    {
        var own = question.Request.Address;
        var addresses = changed.ToList();
        await Task.WhenAll(addresses.Where(address => address != own).Select(_invalidate));
        var isOvertaken = !flight.MayKeep;
        if (addresses.Contains(own)) Invalidate(own);
        if (!isOvertaken) flight.IsKept = _fetch.TryStore(question, landing, flight);
    }
}
