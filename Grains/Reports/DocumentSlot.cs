using Aggregator.Memory;

namespace Aggregator.Reports;

/// <summary>The place for one report's document: what is in it counts against the memory of the process, and can be taken out by it at any time.</summary>
/// <param name="budget">The memory.</param>
/// <param name="evicted">Called, on any thread, when the document was taken out for want of memory.</param>
internal sealed class DocumentSlot(CacheBudget budget, Action evicted)
{
    private volatile KeptDocument? _document;
    private CacheEntry? _entry;

    /// <summary>The document; null for none.</summary>
    public KeptDocument? Document => _document;

    /// <summary>Notes that the document was used.</summary>
    public void Touch() => _entry?.Touch();

    /// <summary>Puts a document in, in place of the one before.</summary>
    /// <param name="document">The document.</param>
    public void Put(KeptDocument document)
    {
        Clear();
        _document = document;
        _entry = budget.Add(CachePart.Documents, document.OtherBytes, () => TakeOut(document), document.Document.Body);
    }

    /// <summary>Takes out what is in it.</summary>
    public void Clear()
    {
        _document = null;
        if (_entry is { } entry) budget.Remove(entry);
        _entry = null;
    }

    private void TakeOut(KeptDocument document)
    {
        if (ReferenceEquals(Interlocked.CompareExchange(ref _document, null, document), document)) evicted();
    }
}
