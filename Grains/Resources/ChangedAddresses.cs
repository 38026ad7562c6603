using Aggregator.HttpCaching;

namespace Aggregator.Resources;

/// <summary>Which addresses an unsafe request may have changed.</summary>
internal static class ChangedAddresses
{
    /// <summary>Its own, and those under the upstream's base that the answer names in Location and Content-Location.</summary>
    public static IEnumerable<ResourceAddress> Of(ResourceQuestion question, ResponseHead answer)
    {
        var own = question.Request.Address;
        var prefix = question.Upstream.Url.AbsolutePath.TrimEnd('/');
        foreach (var uri in Invalidation.Uris(question.Cacheable, answer))
        {
            if (uri == question.Cacheable.Uri) yield return own;
            else if (uri.PathAndQuery.StartsWith(prefix + "/", StringComparison.Ordinal)) yield return own with { Target = uri.PathAndQuery[prefix.Length..] };
        }
    }
}
