using Aggregator.Gateway.Answers;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Negotiation;
using Aggregator.Gateway.Problems;
using Aggregator.Gateway.Requests;

namespace Aggregator.Gateway.Reports;

/// <summary>Answers <c>GET /reports</c>: which reports there are and how to ask for them.</summary>
internal static class CatalogueEndpoint
{
    /// <summary>Answers one request.</summary>
    public static Task AnswerAsync(HttpContext context, ReportCatalogue catalogue)
    {
        var request = context.Request;
        if (Methods.Check(request.Method, Methods.Read) is { } refused)
            return ProblemAnswer.WriteAsync(context, refused);
        if (AcceptHeader.Choose(request.Headers.Accept, [AcceptHeader.Json]) is not { } mediaType)
            return ProblemAnswer.WriteAsync(context, Unacceptable.MediaType([AcceptHeader.Json]));
        if (AcceptEncoding.Choose(request.Headers.AcceptEncoding) is not { } coding)
            return ProblemAnswer.WriteAsync(context, Unacceptable.Coding);

        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Vary = "Accept, Accept-Encoding";
        return CodedAnswer.WriteVersionAsync(context, catalogue.Listing.Body, catalogue.Listing.Tags, coding, mediaType);
    }
}
