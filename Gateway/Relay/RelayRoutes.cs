using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Problems;

namespace Aggregator.Gateway.Relay;

/// <summary>The paths of the relay.</summary>
internal static class RelayRoutes
{
    /// <summary>Maps <c>/relay/{upstream}/{path}</c> for every method: which ones an upstream allows, its definition says.</summary>
    public static void MapRelay(this IEndpointRouteBuilder routes)
    {
        var source = routes.ServiceProvider.GetRequiredService<ICatalogueSource>();
        var endpoint = routes.ServiceProvider.GetRequiredService<RelayEndpoint>();
        routes.Map("/relay/{upstream}/{**path}", context => source.Current is { } catalogue
            ? endpoint.AnswerAsync(context, catalogue)
            : ProblemAnswer.WriteAsync(context, ReportProblems.NotConnected));
    }
}
