using Aggregator.Gateway.Answers;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Problems;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Reports;

/// <summary>Answers requests for reports: the request is read, the grain is called, the document is written.</summary>
/// <param name="questions">Reads requests.</param>
/// <param name="calls">Calls grains.</param>
/// <param name="grains">Finds the grains.</param>
/// <param name="randomness">The names of callers.</param>
internal sealed class ReportEndpoint(ReportQuestions questions, GrainCalls calls, IReportGrains grains, IRandomness randomness)
{
    /// <summary>Answers one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="match">The report it is for, and the parameters in its path.</param>
    public async Task AnswerAsync(HttpContext context, RouteMatch match)
    {
        var read = await questions.ReadAsync(context, match);
        if (read.Value is not { } question)
        {
            await ProblemAnswer.WriteAsync(context, read.Problem!);
            return;
        }

        var answer = await AskAsync(question, context.RequestAborted) switch
        {
            GrainCallOutcome<ReportAnswer>.Answered { Answer.Document: { } document } => new Checked<ReportDocument>(document, null),
            GrainCallOutcome<ReportAnswer>.Answered { Answer.Failure: { } failure } => ReportProblems.Of(failure),
            GrainCallOutcome<ReportAnswer>.Unreachable => ReportProblems.NotConnected,
            _ => ReportProblems.NoAnswer,
        };
        await (answer.Value is { } compiled
            ? DocumentAnswer.WriteAsync(context, question, compiled)
            : ProblemAnswer.WriteAsync(context, answer.Problem!));
    }

    private Task<GrainCallOutcome<ReportAnswer>> AskAsync(ReportQuestion question, CancellationToken disconnected)
    {
        var report = question.Report;
        var key = report.Safe
            ? ReportKey.Of(report.DefinitionHash, question.Parameters, question.Forwarded)
            : ReportKey.Unshared(randomness.NextId());
        var request = new ReportRequest
        {
            Report = report.Name,
            DefinitionHash = report.DefinitionHash,
            Parameters = question.Parameters,
            Forwarded = question.Forwarded,
            Waiter = randomness.NextId(),
            Patience = question.Preferences.Wait ?? report.Deadline,
        };
        return calls.MakeAsync(new ReportCall(grains, key, request, report.Safe), disconnected);
    }
}
