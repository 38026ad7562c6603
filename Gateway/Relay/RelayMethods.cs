using System.Collections.Immutable;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;
using Aggregator.Identity;

namespace Aggregator.Gateway.Relay;

/// <summary>The methods of relayed requests.</summary>
internal static class RelayMethods
{
    /// <summary>What <c>Allow</c> names where every method is allowed that can be.</summary>
    private static readonly ImmutableArray<string> Usual = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>Checks a request's method.</summary>
    /// <returns>Null when it is allowed.</returns>
    public static Problem? Check(string method, RelayDescriptor relay) =>
        relay.Methods.IsEmpty && !HttpMethods.IsTrace(method) && !HttpMethods.IsConnect(method)
            ? null
            : Methods.Check(method, relay.Methods.IsEmpty ? Usual : relay.Methods);

    /// <summary>Whether a request only reads (RFC 9110 §9.2.1) and so may be sent twice; of a method we do not know, we do not know it.</summary>
    public static bool IsSafe(string method) => method is "GET" or "HEAD" or "OPTIONS";
}
