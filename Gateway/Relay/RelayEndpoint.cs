using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Problems;
using Aggregator.Resources;

namespace Aggregator.Gateway.Relay;

/// <summary>Answers relayed requests: the request is read, the shard is asked, what the upstream said is passed on.</summary>
/// <param name="requests">Reads requests.</param>
/// <param name="calls">Calls grains.</param>
/// <param name="shards">Finds the shards.</param>
internal sealed class RelayEndpoint(RelayRequests requests, GrainCalls calls, IResourceShards shards)
{
    /// <summary>Answers one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="catalogue">The upstreams.</param>
    public async Task AnswerAsync(HttpContext context, ReportCatalogue catalogue)
    {
        var read = await requests.ReadAsync(context, catalogue);
        if (read.Value is not { } request)
        {
            await ProblemAnswer.WriteAsync(context, read.Problem!);
            return;
        }

        var answer = await calls.MakeAsync(new ResourceCall(shards, request), context.RequestAborted) switch
        {
            GrainCallOutcome<ResourceAnswer>.Answered { Answer: { Status: >= FirstFinal } answered } => new Checked<ResourceAnswer>(answered, null),
            GrainCallOutcome<ResourceAnswer>.Answered { Answer: var failed } => RelayProblems.Of(failed),
            GrainCallOutcome<ResourceAnswer>.Unreachable => ReportProblems.NotConnected,
            GrainCallOutcome<ResourceAnswer>.Lost => RelayProblems.Lost,
            _ => RelayProblems.TooSlow,
        };
        await (answer.Value is { } given ? RelayAnswer.WriteAsync(context, given) : ProblemAnswer.WriteAsync(context, answer.Problem!));
    }

    /// <summary>The lowest status of an answer that ends an exchange (RFC 9110 §15.2).</summary>
    private const int FirstFinal = 200;
}
