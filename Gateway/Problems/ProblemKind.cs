namespace Aggregator.Gateway.Problems;

/// <summary>A kind of error that clients can tell apart. docs/problems.md explains each.</summary>
/// <param name="Name">The last part of the type's URN.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What the kind means, the same for every occurrence (RFC 9457 §3.1.3).</param>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    /// <summary>A parameter is missing, undeclared or invalid.</summary>
    public static readonly ProblemKind BadParameter = new("bad-parameter", 400, "A parameter is wrong");

    /// <summary>The request cannot be read.</summary>
    public static readonly ProblemKind BadRequest = new("bad-request", 400, "The request cannot be understood");

    /// <summary>An upstream, or the operator listener, wants the caller to authenticate.</summary>
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "The caller is not authenticated");

    /// <summary>An upstream does not let the caller in.</summary>
    public static readonly ProblemKind Forbidden = new("forbidden", 403, "The caller is not permitted");

    /// <summary>Nothing answers at this path.</summary>
    public static readonly ProblemKind UnknownPath = new("unknown-path", 404, "There is nothing at this path");

    /// <summary>No report has this name.</summary>
    public static readonly ProblemKind UnknownReport = new("unknown-report", 404, "There is no such report");

    /// <summary>No upstream has this name.</summary>
    public static readonly ProblemKind UnknownUpstream = new("unknown-upstream", 404, "There is no such upstream");

    /// <summary>The report is there, what it was asked about is not.</summary>
    public static readonly ProblemKind NotFound = new("not-found", 404, "What the report is about does not exist");

    /// <summary>The path does not answer this method.</summary>
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "The method is not allowed here");

    /// <summary>There is no answer of a kind that the client accepts.</summary>
    public static readonly ProblemKind NotAcceptable = new("not-acceptable", 406, "No acceptable form of the answer");

    /// <summary>The client sent its request too slowly.</summary>
    public static readonly ProblemKind RequestTimeout = new("request-timeout", 408, "The request came too slowly");

    /// <summary>The body of the request is too large.</summary>
    public static readonly ProblemKind BodyTooLarge = new("body-too-large", 413, "The body of the request is too large");

    /// <summary>The body of the request is not JSON.</summary>
    public static readonly ProblemKind UnsupportedMediaType =
        new("unsupported-media-type", 415, "The body of the request has an unsupported type");

    /// <summary>A bug.</summary>
    public static readonly ProblemKind Internal = new("internal", 500, "Something unexpected went wrong");

    /// <summary>A required source failed, or a relayed upstream.</summary>
    public static readonly ProblemKind UpstreamFailed = new("upstream-failed", 502, "An upstream failed");

    /// <summary>An expression of the definition failed.</summary>
    public static readonly ProblemKind Expression = new("expression", 502, "An expression of the report failed");

    /// <summary>The document is too large.</summary>
    public static readonly ProblemKind DocumentTooLarge = new("document-too-large", 502, "The document is too large");

    /// <summary>It is not known whether the report ran, or the upstream was called.</summary>
    public static readonly ProblemKind Lost = new("lost", 502, "The outcome is not known");

    /// <summary>A budget is used up.</summary>
    public static readonly ProblemKind Throttled = new("throttled", 503, "A budget is used up");

    /// <summary>The definition has not reached the silo yet.</summary>
    public static readonly ProblemKind DefinitionUnavailable = new("definition-unavailable", 503, "The definition is not available yet");

    /// <summary>The gateway has no cluster to ask.</summary>
    public static readonly ProblemKind NotConnected = new("not-connected", 503, "The gateway is not connected");

    /// <summary>The deadline passed.</summary>
    public static readonly ProblemKind TooSlow = new("too-slow", 504, "The answer was not ready in time");

    /// <summary>The URN by which clients tell the kind.</summary>
    public string Type { get; } = "urn:aggregator:problem:" + Name;

    /// <summary>The kinds that answer a status which the server itself has set.</summary>
    /// <param name="status">The status.</param>
    public static ProblemKind OfStatus(int status) => status switch
    {
        404 => UnknownPath,
        405 => MethodNotAllowed,
        408 => RequestTimeout,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        >= 400 and < 500 => BadRequest,
        503 => NotConnected,
        _ => Internal,
    };
}
