namespace Aggregator.HttpCaching;

/// <summary>Why no stored response has anything to do with a request.</summary>
public enum MissReason
{
    /// <summary>Nothing is stored for this URI that this reader may see.</summary>
    NothingStored,

    /// <summary>What is stored was selected by other request fields (RFC 9111 §4.1).</summary>
    OtherVariant,

    /// <summary>The method's answers do not come from the store (RFC 9111 §4).</summary>
    Method,

    /// <summary>The client said no-store: what is stored is left alone (RFC 9111 §5.2.1.5).</summary>
    RequestNoStore,
}
