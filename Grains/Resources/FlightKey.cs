using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Resources;

/// <summary>
/// What two requests must have in common to share one call of the upstream: everything that goes there, since by what the answer varies is
/// not known before it has come, and whoever asks with other credentials sends other fields.
/// </summary>
/// <param name="Address">The address.</param>
/// <param name="Method">The method.</param>
/// <param name="Rest">A digest of all the rest.</param>
internal readonly record struct FlightKey(ResourceAddress Address, string Method, string Rest)
{
    /// <summary>The key of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">Its fields as they go to the upstream.</param>
    /// <remarks>
    /// Conditions of the client's do not count: the whole response is asked for, and each is answered from that. Unless it asks for a part,
    /// which then is all that is asked for.
    /// </remarks>
    public static FlightKey Of(ResourceRequest request, HeaderFields fields)
    {
        var sent = fields.Contains("Range") ? fields : ConditionalRequest.Unconditional(fields);
        return new(
            request.Address,
            request.Method,
            KeyDigest.Of(
                [
                    request.UpstreamHash, request.Use.ToString(), request.Identity,
                    .. sent.OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase).SelectMany(line => (string[])[line.Name.ToLowerInvariant(), line.Value]),
                ],
                request.Body));
    }
}
