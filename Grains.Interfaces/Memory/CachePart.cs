namespace Aggregator.Memory;

/// <summary>What cached bytes are: each part is counted by itself.</summary>
public enum CachePart
{
    /// <summary>Finished answers in a gateway.</summary>
    Near,

    /// <summary>Compiled documents, each with its activation.</summary>
    Documents,

    /// <summary>Stored responses of upstreams.</summary>
    Responses,
}
