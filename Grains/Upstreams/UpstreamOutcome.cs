using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Reports;

namespace Aggregator.Upstreams;

/// <summary>How a call of an upstream ended, all its attempts together.</summary>
public sealed record UpstreamOutcome
{
    /// <summary>The kind of ending.</summary>
    public required UpstreamOutcomeKind Kind { get; init; }

    /// <summary>The status code of the final answer; 0 when there was none.</summary>
    public int Status { get; init; }

    /// <summary>
    /// The body, not to be written to. For a source: of a good answer checked JSON without a byte order mark, or empty; of another one
    /// whatever was sent, without its content coding. For the relay: as sent.
    /// </summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Whether <see cref="Body"/> is not what was sent, for a content coding or a byte order mark was taken off.</summary>
    public bool Decoded { get; init; }

    /// <summary>The header fields of the final answer, as received.</summary>
    public HeaderFields Headers { get; init; } = HeaderFields.Empty;

    /// <summary>When the final attempt was sent.</summary>
    public Moment RequestedAt { get; init; }

    /// <summary>When its answer began to come.</summary>
    public Moment ReceivedAt { get; init; }

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the last attempt certainly never reached the upstream, so that even an unsafe call may be repeated.</summary>
    public bool NotSent { get; init; }

    /// <summary>What stored responses had to do with it.</summary>
    public CacheOutcome Cache { get; init; }

    /// <summary>For how much longer the answer is fresh: negative once it is stale; null when it has no lifetime.</summary>
    public TimeSpan? FreshFor { get; init; }

    /// <summary>The failure as a word that docs/failures.md explains; null for an answer with a good status.</summary>
    public string? Error => Kind switch
    {
        UpstreamOutcomeKind.Answer => IsGood(Status) ? null : $"status_{Status}",
        UpstreamOutcomeKind.Timeout => "timeout",
        UpstreamOutcomeKind.Unreachable => "unreachable",
        UpstreamOutcomeKind.TooLarge => "too_large",
        UpstreamOutcomeKind.Truncated => "truncated",
        UpstreamOutcomeKind.BadEncoding => "bad_encoding",
        UpstreamOutcomeKind.BadJson => "bad_json",
        UpstreamOutcomeKind.UnsupportedMedia => "unsupported_media",
        UpstreamOutcomeKind.Throttled => "throttled",
        _ => throw new InvalidOperationException($"No word is known for {Kind}."),
    };

    /// <summary>Whether a status is good to a source: a success, but for 206, which answers a range that a source never asks for.</summary>
    internal static bool IsGood(int status) => status is >= 200 and < 300 and not 206;
}
