using Aggregator.JmesPath;
using Aggregator.Upstreams;

namespace Aggregator.Reports;

/// <summary>An answer as expressions see it: <c>$response.status</c> and <c>$response.headers</c>.</summary>
internal static class ResponseValue
{
    /// <summary>The value; header names are in lower case, lines of one name joined by a comma (RFC 9110 §5.3).</summary>
    public static JsonValue Of(UpstreamOutcome outcome) => JsonValue.FromObject(
    [
        new("status", JsonValue.FromNumber(outcome.Status)),
        new("headers", JsonValue.FromObject(
        [
            .. outcome.Headers
                .GroupBy(field => field.Name.ToLowerInvariant(), field => field.Value)
                .Select(field => KeyValuePair.Create(field.Key, JsonValue.FromString(string.Join(", ", field)))),
        ])),
    ]);
}
