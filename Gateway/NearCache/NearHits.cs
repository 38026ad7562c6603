using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Negotiation;
using Microsoft.AspNetCore.Http.Features;

namespace Aggregator.Gateway.NearCache;

/// <summary>
/// Answers what the target alone says and the near cache has, ahead of routing and of reading the request. Whatever is unusual about a request
/// goes the long way, where the same document is found by its key.
/// </summary>
/// <param name="next">The long way.</param>
/// <param name="documents">The near cache.</param>
/// <param name="catalogue">The reports.</param>
internal sealed class NearHits(RequestDelegate next, NearDocuments documents, ICatalogueSource catalogue)
{
    private readonly RememberedChoices<string?> _mediaTypes = new(header => AcceptHeader.Choose(header, AcceptHeader.OfReport));
    private readonly RememberedChoices<ContentCoding?> _codings = new(AcceptEncoding.Choose);

    /// <summary>Answers, or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            || request.Headers.CacheControl.Count > 0
            || request.Headers.ContainsKey("Prefer")
            || catalogue.Current is not { } current
            || context.Features.Get<IHttpRequestFeature>()?.RawTarget is not { } target
            || documents.Find(target, current) is not { } document
            || _mediaTypes.Choose(request.Headers.Accept) is not { } mediaType
            || _codings.Choose(request.Headers.AcceptEncoding) is not { } coding)
        {
            return next(context);
        }

        return document.WriteHitAsync(context, mediaType, coding, wait: null);
    }
}
