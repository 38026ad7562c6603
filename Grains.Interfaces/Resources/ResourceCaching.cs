namespace Aggregator.Resources;

/// <summary>How a request may use stored responses and leave one behind.</summary>
[GenerateSerializer, Immutable, Alias("resource-caching")]
public sealed record ResourceCaching
{
    /// <summary>The rules.</summary>
    [Id(0)]
    public required ResourceCachingMode Mode { get; init; }

    /// <summary>For <see cref="ResourceCachingMode.Fixed"/>: how long an answer is fresh.</summary>
    [Id(1)]
    public TimeSpan Lifetime { get; init; }

    /// <summary>For <see cref="ResourceCachingMode.Fixed"/>: how long after that it may be served while one refresh runs behind.</summary>
    [Id(2)]
    public TimeSpan Stale { get; init; }

    /// <summary>For <see cref="ResourceCachingMode.Fixed"/>: how long after that it may be served when the upstream fails.</summary>
    [Id(3)]
    public TimeSpan StaleOnError { get; init; }

    /// <summary>Whether what is stored must be confirmed by the upstream before it is used.</summary>
    [Id(4)]
    public bool Revalidate { get; init; }

    /// <summary>Neither read nor written; a flight under way is joined.</summary>
    public static ResourceCaching Off { get; } = new() { Mode = ResourceCachingMode.Off };

    /// <summary>By the upstream's own header fields.</summary>
    public static ResourceCaching Http { get; } = new() { Mode = ResourceCachingMode.Http };
}
