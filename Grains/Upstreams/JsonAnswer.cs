using Aggregator.HttpCaching.Syntax;
using Aggregator.JmesPath;

namespace Aggregator.Upstreams;

/// <summary>What makes an answer's body a value for a source.</summary>
internal static class JsonAnswer
{
    /// <summary>What is wrong with a body as JSON; null when nothing is.</summary>
    /// <param name="fields">The answer's fields.</param>
    /// <param name="body">The body, decoded, without a byte order mark.</param>
    public static UpstreamOutcomeKind? FaultOf(HeaderFields fields, ReadOnlySpan<byte> body) =>
        !IsJson(MediaType(fields)) ? UpstreamOutcomeKind.UnsupportedMedia
        : JsonText.Check(body) is null ? null
        : UpstreamOutcomeKind.BadJson;

    private static ReadOnlySpan<char> MediaType(HeaderFields fields)
    {
        var type = fields.First("Content-Type").AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim();
    }

    /// <summary>JSON by its own types and by the suffix of others (RFC 6839 §3.1); an answer without a type is taken at its word.</summary>
    private static bool IsJson(ReadOnlySpan<char> mediaType) =>
        mediaType.IsEmpty
        || mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
}
