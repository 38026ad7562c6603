using System.Collections.Frozen;

namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>The suite's tests that are not met on purpose. The reasons stand in docs/http-cache-tests.md.</summary>
internal static class SuiteUnmet
{
    private static readonly string[] Required =
    [
        // An Age that is no number is ignored, and of several members the first counts (RFC 9111 §5.1).
        "age-parse-nonnumeric", "age-parse-negative", "age-parse-float", "age-parse-prefix-twoline", "age-parse-dup-0",
        "age-parse-dup-0-twoline", "age-parse-dup-old", "age-parse-parameter", "age-parse-numeric-parameter",

        // When the upstream is gone the answer is an error, which the suite takes for a stored response (RFC 9111 §5.2.2.2).
        "stale-close-must-revalidate", "stale-close-proxy-revalidate", "stale-close-no-cache", "stale-close-s-maxage=2",

        // A 304 brings every field but Content-Length (RFC 9111 §3.2) ...
        "304-etag-update-response-Content-Encoding", "304-etag-update-response-Content-MD5", "304-etag-update-response-Content-Range",

        // ... and with another strong entity tag it confirms nothing (RFC 9111 §4.3.4).
        "304-etag-update-response-ETag",
    ];

    private static readonly string[] Optimal =
    [
        // Content negotiation belongs to the upstream.
        "vary-normalise-lang-select",

        // Without Last-Modified the Date counts, which is later than the client's (RFC 9111 §4.3.2).
        "conditional-lm-fresh-no-lm",

        // Parts are not stored; and those of the suite are not the bytes that their Content-Range names.
        "partial-store-partial-reuse-partial", "partial-store-partial-reuse-partial-byterange",
        "partial-store-partial-reuse-partial-absent", "partial-store-partial-reuse-partial-suffix", "partial-store-partial-complete",
    ];

    private static readonly string[] Checks =
    [
        // Numbers that are none, and several that differ, are stale (RFC 9111 §4.2.1).
        "freshness-max-age-decimal-zero", "freshness-max-age-decimal-five", "freshness-max-age-a100", "freshness-max-age-100a",
        "freshness-max-age-multiple-line", "freshness-max-age-multiple-directive", "freshness-max-age-two-stale-fresh-sameline",
        "freshness-max-age-two-fresh-stale-sameline", "freshness-max-age-two-stale-fresh-sepline",
        "freshness-max-age-two-fresh-stale-sepline",

        // So are dates that are none (RFC 9110 §5.6.7, RFC 9111 §5.3).
        "freshness-expires-32bit", "freshness-expires-far-future", "freshness-expires-invalid-utc", "freshness-expires-invalid-aest",
        "freshness-expires-invalid-2-digit-year", "freshness-expires-invalid-no-comma", "freshness-expires-invalid-multiple-spaces",
        "freshness-expires-invalid-date-dashes", "freshness-expires-invalid-time-periods", "freshness-expires-invalid-1-digit-hour",
        "freshness-expires-invalid-multiple-lines",

        // no-cache with field names counts as no-cache (RFC 9111 §5.2.2.4).
        "headers-omit-headers-listed-in-Cache-Control-no-cache-single", "headers-omit-headers-listed-in-Cache-Control-no-cache",

        // Stale only where something allows it; Warning is obsolete (RFC 9111 §5.5).
        "stale-close", "stale-503", "stale-warning-stored", "stale-warning-become",

        // A tenth of so little is over before the test looks.
        "heuristic-delta-5", "heuristic-delta-10", "heuristic-delta-30",

        // Obeyed (RFC 9111 §5.4).
        "pragma-request-no-cache",

        // Entity tags that are none do not match; an unquoted one goes back as it came (RFC 9110 §8.8.3).
        "conditional-etag-quoted-respond-unquoted", "conditional-etag-unquoted-respond-unquoted",
        "conditional-etag-unquoted-respond-quoted", "conditional-etag-weak-respond-lowercase",
        "conditional-etag-weak-respond-backslash", "conditional-etag-weak-respond-omit-slash",
        "conditional-etag-strong-generate-unquoted",

        // A miss asks for the whole response, for everybody who waits; the client's condition is answered from that.
        "conditional-etag-forward", "conditional-etag-forward-unquoted",

        // A HEAD that went to the upstream gets the upstream's answer; only a 200 updates what is stored (RFC 9111 §4.3.5).
        "head-200-retain", "head-410-update",
    ];

    public static FrozenSet<string> Ids { get; } = FrozenSet.ToFrozenSet<string>([.. Required, .. Optimal, .. Checks]);
}
