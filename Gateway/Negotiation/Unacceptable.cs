using System.Collections.Immutable;
using Aggregator.Gateway.Problems;

namespace Aggregator.Gateway.Negotiation;

/// <summary>What a client is told that accepts none of the forms an answer can have (RFC 9110 §15.5.7).</summary>
internal static class Unacceptable
{
    /// <summary>None of the media types.</summary>
    public static Problem MediaType(ImmutableArray<string> offered) =>
        new(ProblemKind.NotAcceptable, "Accept allows none of the available media types.") { Available = offered };

    /// <summary>None of the content codings, nor none at all.</summary>
    public static Problem Coding { get; } =
        new(ProblemKind.NotAcceptable, "Accept-Encoding allows none of the available content codings.")
        {
            Available = ["br", "gzip", "identity"],
        };
}
