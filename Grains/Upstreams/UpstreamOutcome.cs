namespace Aggregator.Upstreams;

/// <summary>How a call of an upstream ended, all its attempts together.</summary>
public sealed record UpstreamOutcome
{
    /// <summary>The kind of ending.</summary>
    public required UpstreamOutcomeKind Kind { get; init; }

    /// <summary>The status code of the final answer; 0 when there was none.</summary>
    public int Status { get; init; }

    /// <summary>The body of a good answer: checked JSON without a byte order mark, or empty.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The header fields of the final answer, as received.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; init; }

    /// <summary>Whether the last attempt certainly never reached the upstream, so that even an unsafe call may be repeated.</summary>
    public bool NotSent { get; init; }

    /// <summary>The failure as a word that docs/failures.md explains; null for an answer with a good status.</summary>
    public string? Error => Kind switch
    {
        UpstreamOutcomeKind.Answer => Status is >= 200 and < 300 and not PartialContent ? null : $"status_{Status}",
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

    /// <summary>206, which answers a range that a source never asks for.</summary>
    internal const int PartialContent = 206;
}
