using Aggregator.Gateway.Problems;
using Aggregator.Resources;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Relay;

/// <summary>The one place where the reasons for which an upstream gave no answer become HTTP.</summary>
internal static class RelayProblems
{
    /// <summary>What a client is told in place of an answer that is none.</summary>
    public static Problem Of(ResourceAnswer answer) => answer switch
    {
        { DefinitionUnavailable: true } => new Problem(
            ProblemKind.DefinitionUnavailable, "The upstream's definition has just changed; try again in a moment.").With(HeaderNames.RetryAfter, RetryAfter),
        { Kind: "Throttled" } => new Problem(
            ProblemKind.Throttled, "Too many calls of the upstream are under way; try again in a moment.").With(HeaderNames.RetryAfter, RetryAfter),
        { Kind: "Timeout" } => TooSlow,
        { Kind: "Unreachable" } => new(ProblemKind.UpstreamFailed, "The upstream could not be reached, or broke the connection off."),
        { Kind: "TooLarge" } => new(ProblemKind.UpstreamFailed, "The upstream's answer is larger than its definition allows."),
        { Kind: "Truncated" } => new(ProblemKind.UpstreamFailed, "The upstream's answer ended early."),
        _ => new(ProblemKind.UpstreamFailed, "The upstream's answer cannot be passed on."),
    };

    /// <summary>What a client is told when there was no answer in time.</summary>
    public static Problem TooSlow { get; } = new(ProblemKind.TooSlow, "The upstream did not answer in time.");

    /// <summary>What a client is told when the process that made its call is gone.</summary>
    public static Problem Lost { get; } = new(
        ProblemKind.Lost, "The process that made the call is gone, and the call was not made again. It may have had its effect: look before asking again.");

    /// <summary>In seconds. Permits and definitions are looked at again within one.</summary>
    private const string RetryAfter = "1";
}
