using Aggregator.HttpCaching;
using Aggregator.Upstreams;

namespace Aggregator.Resources;

/// <summary>What came of a call of an upstream, for everyone who shares it: each makes an answer of it by its own request and its own rules.</summary>
internal sealed record Landing
{
    /// <summary>How the call ended.</summary>
    public required UpstreamOutcome Outcome { get; init; }

    /// <summary>What came, as a response that may be stored; null when nothing whole came.</summary>
    public CacheResponse? Received { get; init; }

    /// <summary>The response that answers, in the form in which it is kept: what came, or what the upstream confirmed. Null when nothing whole came.</summary>
    public StoredResponse? Answer { get; init; }

    /// <summary>Whether the upstream confirmed what was stored.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The stored response that it was about: it may stand in when the upstream failed. Null for none.</summary>
    public StoredResponse? Before { get; init; }
}
