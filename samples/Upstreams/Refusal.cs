using Microsoft.AspNetCore.Http;

namespace Aggregator.Samples;

/// <summary>The ways in which the sample APIs decline, each a problem document (RFC 9457).</summary>
internal static class Refusal
{
    /// <summary>400: the request itself is wrong.</summary>
    /// <param name="detail">What is wrong, for people.</param>
    public static IResult BadRequest(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "Bad request");

    /// <summary>404: there is no such thing.</summary>
    /// <param name="detail">What is not there, for people.</param>
    public static IResult NotFound(string detail) =>
        Results.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");

    /// <summary>415: the body is not JSON.</summary>
    public static IResult NotJson() =>
        Results.Problem("The body must be application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType, title: "Not JSON");

    /// <summary>503: not now; the same call may succeed after a second.</summary>
    /// <param name="response">The response, which gets a Retry-After field (RFC 9110 §10.2.3).</param>
    public static IResult Unavailable(HttpResponse response)
    {
        response.Headers.RetryAfter = "1";
        return Results.Problem(
            "This API takes a rest on every third call.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Unavailable");
    }
}
