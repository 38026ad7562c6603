using System.Collections.Immutable;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Upstreams;

namespace Aggregator.Resources;

/// <summary>
/// Asks upstreams: with conditions where something is stored, and again without when these led nowhere. What is learnt of stored responses
/// goes back to the shelf at once.
/// </summary>
/// <param name="shelf">What is stored.</param>
/// <param name="pipes">The way to upstreams.</param>
internal sealed class ResourceFetch(ResponseShelf shelf, UpstreamPipes pipes)
{
    /// <summary>Asks for what a safe request wants.</summary>
    /// <param name="question">The request.</param>
    /// <param name="decision">Why the store did not answer it.</param>
    /// <param name="flight">The flight that this is.</param>
    /// <param name="cancellationToken">The flight's limit.</param>
    public Task<Landing> ReadAsync(ResourceQuestion question, ReuseDecision decision, ResourceFlight flight, CancellationToken cancellationToken) => question.Cacheable switch
    {
        { IsRead: false } => AsIsAsync(question, cancellationToken),
        { IsHead: true } => HeadAsync(question, flight, cancellationToken),
        var request when decision is ReuseDecision.Miss && request.Fields.Contains("Range") => AsIsAsync(question, cancellationToken),
        _ => WholeAsync(question, (decision as ReuseDecision.MustRevalidate)?.Stored ?? (decision as ReuseDecision.StaleWhileRevalidate)?.Stored, flight, cancellationToken),
    };

    /// <summary>Sends a request as it is, once: one that changes something, one that nothing stored answers, or one for a part that is not there.</summary>
    public async Task<Landing> AsIsAsync(ResourceQuestion question, CancellationToken cancellationToken) =>
        Landed(question, await SendAsync(question, question.Cacheable.Fields, cancellationToken), before: null);

    /// <summary>Stores what a flight brought, once, where the rules of the one who asks allow it.</summary>
    public void Keep(ResourceQuestion question, Landing landing, ResourceFlight flight)
    {
        if (!flight.IsKept && flight.MayKeep) flight.IsKept = TryStore(question, landing, flight);
    }

    /// <summary>Stores what a flight brought, where the rules of the one who asks allow it.</summary>
    /// <returns>Whether they do.</returns>
    public bool TryStore(ResourceQuestion question, Landing landing, ResourceFlight flight)
    {
        if (landing is not { Received: { } received, Answer: { } answer } || !question.UsesStore) return false;
        if (Storability.Decide(question.Cacheable, received, question.Policy) is not Storability.Storable) return false;
        Put(question, Variants.Add(shelf.Find(question.Key, question.Purges), answer, question.Cacheable, question.Policy), flight);
        return true;
    }

    private async Task<Landing> WholeAsync(ResourceQuestion question, StoredResponse? before, ResourceFlight flight, CancellationToken cancellationToken)
    {
        var offered = Offered(question, before);
        var outcome = await SendAsync(question, ConditionalRequest.Build(question.Cacheable.Fields, before, offered), cancellationToken);
        if (outcome is { Kind: UpstreamOutcomeKind.Answer, Status: NotModified } && offered.Length > 0)
        {
            if (Confirm(question, outcome, before, offered, flight) is { } confirmed)
                return new() { Outcome = outcome, Answer = confirmed, Confirmed = true, Before = before };
            var again = await SendAsync(question, ConditionalRequest.Unconditional(question.Cacheable.Fields), cancellationToken);
            outcome = again with { Attempts = outcome.Attempts + again.Attempts };
        }

        return Landed(question, outcome, before);
    }

    /// <summary>Asks for the head only; what it tells of a stored whole response updates that, or takes it away (RFC 9111 §4.3.5).</summary>
    private async Task<Landing> HeadAsync(ResourceQuestion question, ResourceFlight flight, CancellationToken cancellationToken)
    {
        var outcome = await SendAsync(question, ConditionalRequest.Unconditional(question.Cacheable.Fields), cancellationToken);
        var stored = question.UsesStore ? shelf.Find(question.Key, question.Purges) : [];
        var before = Reuse.Choose(question.Cacheable, stored, question.Policy);
        if (outcome is { Kind: UpstreamOutcomeKind.Answer, Status: Success } && before is not null && flight.MayKeep)
        {
            var after = Freshening.ByHead(question.Cacheable, new(outcome.Status, outcome.Headers), before, outcome.RequestedAt, outcome.ReceivedAt);
            Put(question, after is null ? stored.Remove(before) : stored.Replace(before, after), flight);
        }

        return Landed(question, outcome, before);
    }

    /// <summary>The stored responses that the upstream may say still hold: the one that it is about, or else every variant.</summary>
    private ImmutableArray<StoredResponse> Offered(ResourceQuestion question, StoredResponse? before) =>
        before is not null ? [before]
        : question.UsesStore ? [.. shelf.Find(question.Key, question.Purges).Where(stored => Storability.IsVisible(stored, question.Policy))]
        : [];

    private StoredResponse? Confirm(
        ResourceQuestion question, UpstreamOutcome outcome, StoredResponse? before, ImmutableArray<StoredResponse> offered, ResourceFlight flight)
    {
        var freshened = Freshening.ByNotModified(question.Cacheable, new(outcome.Status, outcome.Headers), offered, outcome.RequestedAt, outcome.ReceivedAt);
        if (freshened.IsEmpty) return null;
        var answer = before is null ? freshened[0].After.For(question.Cacheable) : freshened[0].After;
        if (!flight.MayKeep) return answer;
        var stored = Variants.Replace(shelf.Find(question.Key, question.Purges), freshened);
        Put(question, before is null ? Variants.Add(stored, answer, question.Cacheable, question.Policy) : stored, flight);
        flight.IsKept = true;
        return answer;
    }

    private void Put(ResourceQuestion question, ImmutableArray<StoredResponse> variants, ResourceFlight flight) =>
        shelf.Put(question.Key, variants, flight.Began, question.Subjects);

    private static Landing Landed(ResourceQuestion question, UpstreamOutcome outcome, StoredResponse? before)
    {
        if (outcome.Kind != UpstreamOutcomeKind.Answer) return new() { Outcome = outcome, Before = before };
        var received = new CacheResponse
        {
            Head = new(outcome.Status, outcome.Headers),
            Body = outcome.Body,
            Decoded = outcome.Decoded,
            RequestedAt = outcome.RequestedAt,
            ReceivedAt = outcome.ReceivedAt,
        };
        return new()
        {
            Outcome = outcome,
            Received = question.Cacheable.IsHead ? null : received,
            Answer = StoredResponse.Of(question.Cacheable, received),
            Before = before,
        };
    }

    /// <summary>Decoding and checking are no work for a shard's turn.</summary>
    private Task<UpstreamOutcome> SendAsync(ResourceQuestion question, HeaderFields fields, CancellationToken cancellationToken) =>
        Task.Run(() => pipes.SendAsync(question.Call(fields), cancellationToken), CancellationToken.None);

    private const int Success = 200;
    private const int NotModified = 304;
}
