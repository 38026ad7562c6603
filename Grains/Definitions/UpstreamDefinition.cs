using System.Collections.Immutable;
using Aggregator.HttpCaching;

namespace Aggregator.Definitions;

/// <summary>An API that reports may call: where it is and how patiently, how often and how wide it is called.</summary>
public sealed record UpstreamDefinition
{
    /// <summary>The name that sources call it by.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is defined.</summary>
    public required Place Place { get; init; }

    /// <summary>Scheme, host, port and base path, without a trailing slash, secrets resolved.</summary>
    public required Uri Url { get; init; }

    /// <summary>The base URL as the definition writes it, with <c>${…}</c> unresolved: what may be shown.</summary>
    public required string UrlText { get; init; }

    /// <summary>The header fields sent with every call, secrets resolved.</summary>
    public ImmutableArray<HeaderField> Headers { get; init; } = [];

    /// <summary>How long one attempt may take, from the moment it holds its permits.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Whether and how safe calls are repeated.</summary>
    public RetryDefinition Retry { get; init; } = RetryDefinition.Default;

    /// <summary>Calls under way at once, per node.</summary>
    public int Concurrency { get; init; } = DefaultConcurrency;

    /// <summary>The largest response body taken, in bytes, before and after decompression.</summary>
    public long MaxResponse { get; init; } = DefaultMaxResponse;

    /// <summary>The forwarded client headers that this upstream may receive, in lower case.</summary>
    public ImmutableArray<string> Accept { get; init; } = [];

    /// <summary>What clients may reach of it through the relay; null for nothing.</summary>
    public RelayDefinition? Relay { get; init; }

    /// <summary>
    /// Whose stored responses are: everybody's, by the rules of a shared cache, or each calling identity's own, by those of a private one.
    /// </summary>
    public CacheSharing Sharing { get; init; } = CacheSharing.Shared;

    /// <summary>
    /// A hash over the definition's text with <c>${…}</c> unresolved and a keyed digest of each secret's value: it changes when either does
    /// and tells neither.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>How long a call can take once it holds its permits: every attempt and the pauses between them.</summary>
    public TimeSpan LongestCall => Timeout * (1 + Retry.Attempts) + Retry.Backoff * ((1 << Retry.Attempts) - 1);

    /// <summary>How long an attempt may take when the definition does not say.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Calls under way at once when the definition does not say.</summary>
    public const int DefaultConcurrency = 64;

    /// <summary>The largest body taken when the definition does not say: 4 MiB.</summary>
    public const long DefaultMaxResponse = 4L << 20;

    /// <summary>The name and the hash only: URL and headers may hold secrets.</summary>
    public override string ToString() => $"{Name} {Hash}";
}
