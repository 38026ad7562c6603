namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>
/// One exchange of a suite's test: what the client sends, what the origin would answer, and what must come of it. Fields are
/// written as <see cref="Exchange.Fields"/> reads them; <c>@N</c> is a date N seconds from the origin's present, <c>@@N</c> the same
/// in the form of RFC 850, <c>~x</c> a location under the target's path.
/// </summary>
internal sealed record SuiteStep
{
    public string Method { get; init; } = "GET";

    public string Asks { get; init; } = "";

    public string? Query { get; init; }

    public string? File { get; init; }

    public int Status { get; init; } = 200;

    public string Sends { get; init; } = "";

    /// <summary>Fields that need not reach the client.</summary>
    public string Unchecked { get; init; } = "";

    public string? Body { get; init; }

    /// <summary>Whether the origin closes the connection in place of an answer.</summary>
    public bool Disconnects { get; init; }

    /// <summary>cached, not_cached, etag_validated or lm_validated; null for no expectation.</summary>
    public string? Type { get; init; }

    public int? ExpectStatus { get; init; }

    public string? ExpectBody { get; init; }

    public bool AnyBody { get; init; }

    public string ExpectAsked { get; init; } = "";

    public string ExpectFields { get; init; } = "";

    public string ExpectMissing { get; init; } = "";

    public string? ExpectMethod { get; init; }

    /// <summary>Whether the client waits three seconds afterwards.</summary>
    public bool Pauses { get; init; }
}
