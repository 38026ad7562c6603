using Aggregator.Gateway.Problems;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Operator;

/// <summary>Lets nobody past an operator listener who does not present the key.</summary>
/// <param name="next">What is behind it.</param>
/// <param name="key">The key.</param>
internal sealed class OperatorGate(RequestDelegate next, OperatorKey key)
{
    /// <summary>Passes a request on, or refuses it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return key.IsPresentedBy(context.Request.Headers.Authorization) ? next(context) : ProblemAnswer.WriteAsync(context, Refused);
    }

    private static readonly Problem Refused =
        new Problem(ProblemKind.Unauthenticated, "Here one presents the operator's key: Authorization: Bearer …")
            .With(HeaderNames.WWWAuthenticate, "Bearer"); // RFC 9110 §11.6.1
}
