using Aggregator.Gateway.Answers;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;

namespace Aggregator.Gateway.Health;

/// <summary>The paths that load balancers and orchestrators ask: up or down, in one word and the status.</summary>
internal static class HealthRoutes
{
    /// <summary>Maps <c>/health/live</c>, which answers while the process can answer at all, and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var readiness = routes.ServiceProvider.GetRequiredService<Readiness>();
        routes.Map("/health/live", context => AnswerAsync(context, up: true));
        routes.Map("/health/ready", context => AnswerAsync(context, readiness.IsReady));
    }

    private static Task AnswerAsync(HttpContext context, bool up)
    {
        if (Methods.Check(context.Request.Method, Methods.Read) is { } refused)
            return ProblemAnswer.WriteAsync(context, refused);
        var response = context.Response;
        response.StatusCode = up ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/plain";
        response.Headers.CacheControl = "no-store";
        if (!up)
            response.Headers.RetryAfter = "1";
        return BodyAnswer.WriteAsync(context, up ? Up : Down);
    }

    private static readonly byte[] Up = "up\n"u8.ToArray();

    private static readonly byte[] Down = "down\n"u8.ToArray();
}
