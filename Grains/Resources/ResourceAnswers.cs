using System.Runtime.InteropServices;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Reports;
using Aggregator.Upstreams;

namespace Aggregator.Resources;

/// <summary>Makes answers: for the relay what this client asked for, its conditions and its range; for a source the whole response.</summary>
internal static class ResourceAnswers
{
    /// <summary>The answer to who did not wait long enough.</summary>
    public static ResourceAnswer TooLate { get; } = new() { Kind = nameof(UpstreamOutcomeKind.Timeout) };

    /// <summary>The answer to who takes nothing but what is stored, when nothing stored will do (RFC 9111 §5.2.1.7).</summary>
    public static ResourceAnswer OnlyIfCached(ResourceQuestion question, ReuseDecision decision) =>
        Answer(question, new(GatewayTimeout, HeaderFields.Empty, default), CacheStatus.Of(decision));

    /// <summary>The answer from a stored response.</summary>
    public static ResourceAnswer FromStore(ResourceQuestion question, StoredResponse stored, CacheOutcome outcome, CacheStatus status, Moment now, int attempts = 0)
    {
        var left = FreshFor(question, stored, now);
        return Answer(question, CachedAnswer.FromStore(question.Cacheable, stored, now), status with { TimeToLive = left }, outcome, left, attempts);
    }

    /// <summary>The answer from what a call of the upstream came to.</summary>
    public static ResourceAnswer Of(ResourceQuestion question, Landing landing, CacheStatus status, Moment now)
    {
        var outcome = landing.Outcome;
        var told = status with { ForwardStatus = outcome.Kind == UpstreamOutcomeKind.Answer ? outcome.Status : null };
        if (IsStandIn(question, landing, now) && landing.Before is { } before)
            return FromStore(question, before, CacheOutcome.Stale, told with { Detail = "stale-if-error" }, now, outcome.Attempts);
        if (landing.Answer is not { } answer)
            return new() { Kind = outcome.Kind.ToString(), Status = outcome.Status, Attempts = outcome.Attempts, NotSent = outcome.NotSent, Cache = Cache(question, CacheOutcome.Miss) };
        if (landing.Confirmed)
            return FromStore(question, answer, Cache(question, CacheOutcome.Revalidated), told, now, outcome.Attempts);

        var left = FreshFor(question, answer, now);
        return Answer(question, CachedAnswer.FromUpstream(question.Cacheable, answer), told with { TimeToLive = left }, Cache(question, CacheOutcome.Miss), left, outcome.Attempts);
    }

    /// <summary>Whether a stored response stands in for the failure, by the rules of the one who asks.</summary>
    private static bool IsStandIn(ResourceQuestion question, Landing landing, Moment now)
    {
        if (landing.Before is not { } before || !question.UsesStore || landing.Confirmed) return false;
        var failure = landing.Outcome.Kind == UpstreamOutcomeKind.Answer ? new UpstreamFailure(landing.Outcome.Status) : UpstreamFailure.NoAnswer;
        return StaleIfError.Decide(question.Cacheable, before, failure, question.Policy, now) is StaleIfError.Serve;
    }

    /// <summary>What is left of a response's lifetime, by the rules of the one who asks; null when they give it none.</summary>
    private static TimeSpan? FreshFor(ResourceQuestion question, StoredResponse stored, Moment now)
    {
        var policy = question.Policy;
        if (!question.UsesStore || !question.Cacheable.IsRead || !Storability.IsVisible(stored, policy)) return null;
        if (policy.Fixed is null && stored.Head.Directives(policy.Sharing).NoCache) return null;
        var lifetime = Freshness.Lifetime(stored, policy);
        return lifetime.Span > TimeSpan.Zero ? lifetime.Span - Freshness.Age(stored, policy, now) : null;
    }

    private static CacheOutcome Cache(ResourceQuestion question, CacheOutcome outcome) => question.UsesStore ? outcome : CacheOutcome.Off;

    private static ResourceAnswer Answer(
        ResourceQuestion question, CachedAnswer answer, CacheStatus status, CacheOutcome cache = CacheOutcome.Miss, TimeSpan? freshFor = null, int attempts = 0)
    {
        var fields = question.Request.Use == ResourceUse.Relay ? status.AppendTo(answer.Fields) : answer.Fields;
        return new()
        {
            Kind = nameof(UpstreamOutcomeKind.Answer),
            Status = answer.Status,
            Headers = [.. fields.Select(line => new HeaderLine(line.Name, line.Value))],
            Body = Whole(answer.Body),
            Cache = cache,
            FreshFor = freshFor,
            Attempts = attempts,
        };
    }

    /// <summary>The bytes as an array: the response's own, or a copy of a part of it.</summary>
    private static byte[] Whole(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var segment) && segment.Array is { } array && array.Length == body.Length ? array : body.ToArray();

    private const int GatewayTimeout = 504;
}
