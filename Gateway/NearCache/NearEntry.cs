using Aggregator.Catalog;
using Aggregator.Gateway.Answers;
using Aggregator.Gateway.Catalogue;
using Aggregator.Identity;
using Aggregator.Memory;

namespace Aggregator.Gateway.NearCache;

/// <summary>A finished document in the near cache.</summary>
/// <param name="key">The report key it is found by.</param>
/// <param name="report">The report as it was in the catalogue.</param>
/// <param name="document">The document.</param>
/// <param name="began">The purges that had been when its making began.</param>
internal sealed class NearEntry(ReportKey key, CataloguedReport report, FinishedDocument document, GenerationStamp began)
{
    /// <summary>The report key it is found by.</summary>
    public ReportKey Key => key;

    /// <summary>The report as it was in the catalogue.</summary>
    public CataloguedReport Report => report;

    /// <summary>The document.</summary>
    public FinishedDocument Document => document;

    /// <summary>Its place in the memory of the process.</summary>
    public CacheEntry? Memory { get; set; }

    /// <summary>The target by which it is found without reading the request any further; null for none.</summary>
    public string? Target { get; set; }

    /// <summary>Whether it has been taken out, so that nothing may lead to it any more.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether it may still be answered.</summary>
    /// <param name="generations">The purges so far.</param>
    public bool IsUsable(Generations generations) => document.FreshFor > TimeSpan.Zero && generations.IsCurrent(began, report.PurgedBy);
}
