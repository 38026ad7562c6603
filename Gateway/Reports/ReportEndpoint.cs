using Aggregator.Gateway.Answers;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.NearCache;
using Aggregator.Gateway.Problems;
using Aggregator.Reports;
using Microsoft.AspNetCore.Http.Features;

namespace Aggregator.Gateway.Reports;

/// <summary>Answers requests for reports: the request is read, the near cache or the grain is asked, the document is written.</summary>
/// <param name="questions">Reads requests.</param>
/// <param name="documents">The near cache.</param>
/// <param name="calls">Calls grains.</param>
/// <param name="grains">Finds the grains.</param>
/// <param name="randomness">The names of callers.</param>
/// <param name="time">The clock.</param>
internal sealed class ReportEndpoint(
    ReportQuestions questions, NearDocuments documents, GrainCalls calls, IReportGrains grains, IRandomness randomness, TimeProvider time)
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

        var target = HttpMethods.IsPost(context.Request.Method) ? null : context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (!question.Revalidate && documents.Find(question.Key, target) is { } near)
        {
            await near.WriteHitAsync(context, question.MediaType, question.Coding, question.Preferences.Wait);
            return;
        }

        var asked = documents.Stamp;
        var outcome = await AskAsync(question, context.RequestAborted);
        if (outcome is not GrainCallOutcome<ReportAnswer>.Answered { Answer: { Document: { } document } answer })
        {
            await ProblemAnswer.WriteAsync(context, ProblemOf(outcome));
            return;
        }

        var finished = new FinishedDocument(question.Report, question.Parameters, document, answer.Standing, time);
        documents.Keep(question.Key, question.Report, finished, asked, target);
        await finished.WriteAsync(context, question.MediaType, question.Coding, question.Preferences.Wait);
    }

    private static Problem ProblemOf(GrainCallOutcome<ReportAnswer> outcome) => outcome switch
    {
        GrainCallOutcome<ReportAnswer>.Answered { Answer.Failure: { } failure } => ReportProblems.Of(failure),
        GrainCallOutcome<ReportAnswer>.Unreachable => ReportProblems.NotConnected,
        _ => ReportProblems.NoAnswer,
    };

    private Task<GrainCallOutcome<ReportAnswer>> AskAsync(ReportQuestion question, CancellationToken disconnected)
    {
        var report = question.Report.Descriptor;
        var request = new ReportRequest
        {
            Report = report.Name,
            DefinitionHash = report.DefinitionHash,
            Parameters = question.Parameters,
            Forwarded = question.Forwarded,
            Waiter = randomness.NextId(),
            Patience = question.Preferences.Wait ?? report.Deadline,
            Hastened = question.Preferences.Wait is not null,
            Revalidate = question.Revalidate && report.Safe,
        };
        return calls.MakeAsync(new ReportCall(grains, question.Key, request, report.Safe), disconnected);
    }
}
