using System.Collections.Immutable;

namespace Aggregator.Definitions.Reading;

/// <summary>The keys of format 1 that this version does not support yet: told from misspelt ones, and refused by name.</summary>
internal static class LaterKeys
{
    public static readonly ImmutableArray<string> Upstream =
    [
        "auth", "breaker", "connection", "database", "hedge", "network", "pick", "rate", "redirects", "tls", "urls",
    ];

    public static readonly ImmutableArray<string> Report = ["access", "archive", "export", "live", "schedule"];

    public static readonly ImmutableArray<string> Source =
    [
        .. SourceWork, "as", "batch", "each", "form", "headers", "pages", "query", "text", "variables", "when", "xml",
    ];

    /// <summary>The ones of a source that say what it does.</summary>
    public static ImmutableArray<string> SourceWork => ["delete", "graphql", "head", "include", "patch", "put", "sql"];
}
