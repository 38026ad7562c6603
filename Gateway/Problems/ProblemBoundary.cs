using Microsoft.AspNetCore.Http.Features;

namespace Aggregator.Gateway.Problems;

/// <summary>
/// The outermost step of every answer: whatever goes wrong inside leaves as a problem, and nothing of it shows but its kind.
/// </summary>
/// <param name="next">The rest.</param>
/// <param name="logger">Where the unexpected is told in full.</param>
internal sealed partial class ProblemBoundary(RequestDelegate next, ILogger<ProblemBoundary> logger)
{
    /// <summary>Runs the rest.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
            if (context.Response.StatusCode >= 400 && IsUnanswered(context.Response))
                await ProblemAnswer.WriteAsync(context, OfStatus(context.Response.StatusCode, context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, OfStatus(bad.StatusCode, context));
        }
        catch (Exception unexpected) when (!context.Response.HasStarted)
        {
            LogUnexpected(logger, unexpected);
            await AnswerAsync(context, new(ProblemKind.Internal, "This is a bug; the operator finds it in the log by the trace id."));
        }
    }

    private static bool IsUnanswered(HttpResponse response) =>
        !response.HasStarted && response.ContentLength is null && response.ContentType is null;

    private static Task AnswerAsync(HttpContext context, Problem problem)
    {
        context.Response.Clear();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return ProblemAnswer.WriteAsync(context, problem);
    }

    private static Problem OfStatus(int status, HttpContext context) => new(ProblemKind.OfStatus(status), status switch
    {
        StatusCodes.Status413PayloadTooLarge => $"A request's body has at most {MaxBody(context)} bytes.",
        StatusCodes.Status408RequestTimeout => "The request's body came too slowly.",
        _ => "The request is not well-formed.",
    });

    /// <summary>The limit that was in force when the body was read.</summary>
    private static long MaxBody(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? Requests.RequestBody.MaxBytes;

    [LoggerMessage(EventName = "RequestFailed", Level = LogLevel.Error, Message = "A request failed unexpectedly.")]
    private static partial void LogUnexpected(ILogger logger, Exception unexpected);
}
