using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;

namespace Aggregator.Gateway.Reports;

/// <summary>The paths of reports.</summary>
internal static class ReportRoutes
{
    /// <summary>
    /// Maps <c>/reports</c>, <c>/reports/{name}</c> and whatever paths the catalogue in force gives reports beside: those change with
    /// definitions, so they are looked up for each request that nothing else answers.
    /// </summary>
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var source = routes.ServiceProvider.GetRequiredService<ICatalogueSource>();
        var endpoint = routes.ServiceProvider.GetRequiredService<ReportEndpoint>();
        routes.Map("/reports", context => With(context, source, catalogue => CatalogueEndpoint.AnswerAsync(context, catalogue)));
        routes.Map("/reports/{name}", context => With(context, source, catalogue => ByNameAsync(context, catalogue, endpoint)));
        routes.MapFallback("{*path}", context => With(context, source, catalogue => ByRouteAsync(context, catalogue, endpoint)));
    }

    private static Task With(HttpContext context, ICatalogueSource source, Func<ReportCatalogue, Task> answer) =>
        source.Current is { } catalogue ? answer(catalogue) : ProblemAnswer.WriteAsync(context, ReportProblems.NotConnected);

    private static Task ByNameAsync(HttpContext context, ReportCatalogue catalogue, ReportEndpoint endpoint)
    {
        var name = context.Request.RouteValues["name"] as string ?? "";
        if (catalogue.Find(name) is { } report)
            return endpoint.AnswerAsync(context, new(report, []));
        return FindRoute(context, catalogue) is { } match
            ? endpoint.AnswerAsync(context, match)
            : ProblemAnswer.WriteAsync(context, new(ProblemKind.UnknownReport, "No report has this name.") { Near = catalogue.Near(name) });
    }

    private static Task ByRouteAsync(HttpContext context, ReportCatalogue catalogue, ReportEndpoint endpoint) =>
        FindRoute(context, catalogue) is { } match
            ? endpoint.AnswerAsync(context, match)
            : ProblemAnswer.WriteAsync(context, new(ProblemKind.UnknownPath, "Nothing answers here; GET /reports lists the reports."));

    private static RouteMatch? FindRoute(HttpContext context, ReportCatalogue catalogue) =>
        RequestTarget.Segments(context) is { } segments ? catalogue.FindRoute(segments) : null;
}
