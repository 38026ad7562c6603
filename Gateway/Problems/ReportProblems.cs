using Aggregator.Reports;
using Microsoft.Net.Http.Headers;

namespace Aggregator.Gateway.Problems;

/// <summary>The one place where the reasons for which a report has no document become HTTP.</summary>
internal static class ReportProblems
{
    /// <summary>Maps a failure to what the client is told.</summary>
    public static Problem Of(ReportFailure failure)
    {
        var problem = new Problem(KindOf(failure.Kind), failure.Detail) { Sources = failure.Sources, Parameters = failure.Parameters };
        return failure.Kind switch
        {
            ReportFailureKind.Unauthenticated => problem.With(HeaderNames.WWWAuthenticate, "Bearer"), // RFC 9110 §11.6.1: a 401 has one
            ReportFailureKind.Throttled or ReportFailureKind.DefinitionUnavailable => problem.With(HeaderNames.RetryAfter, RetryAfter),
            _ => problem,
        };
    }

    /// <summary>What a client is told while there is no cluster to ask.</summary>
    public static Problem NotConnected { get; } =
        new Problem(ProblemKind.NotConnected, "The gateway is not connected to its cluster; try again in a moment.")
            .With(HeaderNames.RetryAfter, RetryAfter);

    /// <summary>What a client is told when the grain itself did not answer within the deadline.</summary>
    public static Problem NoAnswer { get; } = new(ProblemKind.TooSlow, "The report was not ready within its deadline.");

    /// <summary>In seconds. Budgets, definitions and connections are all looked at again within one.</summary>
    private const string RetryAfter = "1";

    private static ProblemKind KindOf(ReportFailureKind kind) => kind switch
    {
        ReportFailureKind.UpstreamFailed => ProblemKind.UpstreamFailed,
        ReportFailureKind.TooSlow => ProblemKind.TooSlow,
        ReportFailureKind.NotFound => ProblemKind.NotFound,
        ReportFailureKind.Unauthenticated => ProblemKind.Unauthenticated,
        ReportFailureKind.Forbidden => ProblemKind.Forbidden,
        ReportFailureKind.BadParameter => ProblemKind.BadParameter,
        ReportFailureKind.Expression => ProblemKind.Expression,
        ReportFailureKind.DocumentTooLarge => ProblemKind.DocumentTooLarge,
        ReportFailureKind.Throttled => ProblemKind.Throttled,
        ReportFailureKind.DefinitionUnavailable => ProblemKind.DefinitionUnavailable,
        ReportFailureKind.Lost => ProblemKind.Lost,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of failure without an HTTP status."),
    };
}
