namespace Aggregator.Resources;

/// <summary>On whose behalf a resource is asked for.</summary>
public enum ResourceUse
{
    /// <summary>A report's source: bodies are decompressed and checked.</summary>
    Source,

    /// <summary>A client, through the relay: bodies pass as they are.</summary>
    Relay,
}
