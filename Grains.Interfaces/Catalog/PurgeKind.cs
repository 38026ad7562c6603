namespace Aggregator.Catalog;

/// <summary>By what stored things are purged.</summary>
public enum PurgeKind
{
    /// <summary>A report: all its documents.</summary>
    Report,

    /// <summary>An upstream: its responses, and the documents of the reports that call it.</summary>
    Upstream,

    /// <summary>A tag: the responses and the documents of what bears it.</summary>
    Tag,
}
