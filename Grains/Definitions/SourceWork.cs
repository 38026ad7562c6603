using Aggregator.Planning;
using Aggregator.Shaping;

namespace Aggregator.Definitions;

/// <summary>What gives a source its value: one of a closed set of kinds.</summary>
public abstract record SourceWork
{
    private SourceWork()
    {
    }

    /// <summary>A call of an HTTP API.</summary>
    /// <param name="Method">The request method.</param>
    /// <param name="Upstream">The upstream's name; known to exist.</param>
    /// <param name="Template">Path and query under the upstream's base.</param>
    /// <param name="TemplatePlace">Where the template stands.</param>
    /// <param name="Json">The JSON body; null for none.</param>
    /// <param name="JsonPlace">Where the body stands.</param>
    /// <param name="Safe">Whether it only reads, by its method or by the definition's word (RFC 9110 §9.2.1).</param>
    public sealed record HttpCall(
        HttpMethod Method, string Upstream, UrlTemplate Template, Place TemplatePlace, Shape? Json, Place JsonPlace, bool Safe) : SourceWork;

    /// <summary>A value computed from others, without a call.</summary>
    /// <param name="Value">What computes it.</param>
    /// <param name="Place">Where it stands.</param>
    public sealed record Computed(Shape Value, Place Place) : SourceWork;
}
