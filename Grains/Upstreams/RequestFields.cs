using System.Collections.Frozen;
using Aggregator.Definitions;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Resources;

namespace Aggregator.Upstreams;

/// <summary>The header section of a request as it goes to an upstream: ours, the call's, and above both what the definition configures.</summary>
internal static class RequestFields
{
    private static readonly HeaderFields Ours = HeaderFields.Of(("Accept", "application/json"), ("Accept-Encoding", "gzip, br"), ("User-Agent", "Aggregator"));

    /// <summary>Fields that the connection to the upstream decides, whatever a client sent.</summary>
    private static readonly FrozenSet<string> Framing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Host", "Content-Length", "Expect");

    /// <summary>The fields to send.</summary>
    /// <param name="upstream">The upstream: a field that it configures stands in place of any other of that name.</param>
    /// <param name="use">A source's calls have fields of ours, the relay's only what the client sent.</param>
    /// <param name="headers">The fields of the call, those of the client's connection among them.</param>
    public static HeaderFields Of(UpstreamDefinition upstream, ResourceUse use, HeaderFields headers)
    {
        var fields = HopByHop.Remove(headers).Without(Framing.Contains);
        if (use == ResourceUse.Source)
        {
            var own = fields.Without("Accept-Encoding"); // what can be decoded here is not the client's choice
            fields = HeaderFields.Of(Ours.Where(line => !own.Contains(line.Name)).Concat(own));
        }

        var configured = upstream.Headers.Select(header => new HttpCaching.Syntax.HeaderLine(header.Name, header.Value));
        return upstream.Headers.IsEmpty
            ? fields
            : HeaderFields.Of(fields.Without(name => IsConfigured(upstream, name)).Concat(configured));
    }

    /// <summary>Whether the definition sets a field itself.</summary>
    public static bool IsConfigured(UpstreamDefinition upstream, string name) =>
        upstream.Headers.Any(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
