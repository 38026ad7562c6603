using System.Collections.Concurrent;
using Aggregator.Catalog;
using Aggregator.Gateway.Answers;
using Aggregator.Gateway.Catalogue;
using Aggregator.Identity;
using Aggregator.Memory;

namespace Aggregator.Gateway.NearCache;

/// <summary>
/// The near cache: finished documents by report key, for no longer than they are fresh and nothing that concerns them is purged. A hit makes no
/// grain call. Documents of which the target says everything are found by it alone, before anything else of a request is read.
/// </summary>
/// <param name="generations">The purges so far.</param>
/// <param name="budget">The memory of the process.</param>
/// <param name="metrics">Counts look-ups.</param>
internal sealed class NearDocuments(GenerationMirror generations, CacheBudget budget, CacheMetrics metrics)
{
    private readonly ConcurrentDictionary<ReportKey, NearEntry> _byKey = new();
    private readonly ConcurrentDictionary<string, NearEntry> _byTarget = new(StringComparer.Ordinal);

    /// <summary>The stamp for what begins to be made now.</summary>
    public GenerationStamp Stamp => generations.Current.Stamp;

    /// <summary>The document of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="target">The target of the request; from now on the document is found by it too, if it says everything.</param>
    public FinishedDocument? Find(ReportKey key, string? target)
    {
        var hit = _byKey.TryGetValue(key, out var entry) && IsUsable(entry);
        metrics.Count(CachePart.Near, hit ? "hit" : "miss");
        if (entry is null || !hit)
            return null;
        Name(entry, target);
        return entry.Document;
    }

    /// <summary>The document of a target that says everything.</summary>
    /// <param name="target">The target, as it was sent.</param>
    /// <param name="catalogue">The catalogue in force: a document of a report that it does not have is none.</param>
    public FinishedDocument? Find(string target, ReportCatalogue catalogue)
    {
        if (!_byTarget.TryGetValue(target, out var entry) || !ReferenceEquals(catalogue.Find(entry.Report.Descriptor.Name), entry.Report) || !IsUsable(entry))
            return null;
        metrics.Count(CachePart.Near, "hit"); // a miss is counted by key, the long way
        return entry.Document;
    }

    /// <summary>Keeps a document that may be answered again.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="report">Its report.</param>
    /// <param name="document">The document.</param>
    /// <param name="asked">The purges known here when it was asked for.</param>
    /// <param name="target">The target of the request.</param>
    public void Keep(ReportKey key, CataloguedReport report, FinishedDocument document, GenerationStamp asked, string? target)
    {
        if (!document.Standing.Kept || document.FreshFor <= TimeSpan.Zero)
            return;
        var entry = new NearEntry(key, report, document, GenerationStamp.Earlier(asked, document.Standing.Generations));
        if (!entry.IsUsable(generations.Current))
            return;
        NearEntry? before = null;
        _byKey.AddOrUpdate(key, entry, (_, replaced) =>
        {
            before = replaced;
            return entry;
        });
        if (before is not null)
            Remove(before);
        Name(entry, target);
        entry.Memory = budget.Add(CachePart.Near, BytesOf(document), () => Forget(entry), document.Document.Body);
    }

    private bool IsUsable(NearEntry entry)
    {
        if (entry.IsUsable(generations.Current))
        {
            entry.Memory?.Touch();
            return true;
        }

        Remove(entry);
        return false;
    }

    /// <summary>An entry has one target at a time: whoever spells it otherwise, or in another order, still finds it by its key.</summary>
    private void Name(NearEntry entry, string? target)
    {
        if (target is null || target.Length > LongestTarget || !entry.Report.IsOfItsTarget || target == entry.Target)
            return;
        lock (entry)
        {
            if (entry.IsGone)
                return;
            if (entry.Target is { } before)
                _byTarget.TryRemove(new(before, entry));
            entry.Target = target;
            _byTarget[target] = entry;
        }
    }

    private void Remove(NearEntry entry)
    {
        Forget(entry);
        if (entry.Memory is { } memory)
            budget.Remove(memory);
    }

    private void Forget(NearEntry entry)
    {
        _byKey.TryRemove(new(entry.Key, entry));
        lock (entry)
        {
            entry.IsGone = true;
            if (entry.Target is { } target)
                _byTarget.TryRemove(new(target, entry));
        }
    }

    /// <summary>What an entry costs beside the document's bytes: its compressed forms, of which there are two at most, and its fields.</summary>
    private static long BytesOf(FinishedDocument document) => FieldBytes + (document.Document.Body.Length / 2);

    private const int FieldBytes = 3000;

    private const int LongestTarget = 1000;
}
