using System.Collections.Immutable;

namespace Aggregator.Resources;

/// <summary>One request for an upstream resource.</summary>
[GenerateSerializer, Immutable, Alias("resource-request")]
public sealed record ResourceRequest
{
    /// <summary>Where.</summary>
    [Id(0)]
    public required ResourceAddress Address { get; init; }

    /// <summary>The hash of the upstream's definition: the version of the upstream that is meant, and a part of every key.</summary>
    [Id(1)]
    public required string UpstreamHash { get; init; }

    /// <summary>Whether a report's source asks, or a client through the relay; each has stored responses of its own.</summary>
    [Id(2)]
    public required ResourceUse Use { get; init; }

    /// <summary>The request method, in upper case as HTTP has it.</summary>
    [Id(3)]
    public required string Method { get; init; }

    /// <summary>
    /// The header fields to send, line by line: for a source the forwarded ones and those that it sets itself, for the relay all end-to-end
    /// ones of the client. What the upstream's definition configures is added where the call is made, and wins.
    /// </summary>
    [Id(4)]
    public ImmutableArray<HeaderLine> Headers { get; init; } = [];

    /// <summary>The body; null for none. Not to be written to.</summary>
    [Id(5)]
    public byte[]? Body { get; init; }

    /// <summary>Whether it only reads, by its method or by the definition's word.</summary>
    [Id(6)]
    public required bool Safe { get; init; }

    /// <summary>How stored responses may be used and made.</summary>
    [Id(7)]
    public required ResourceCaching Caching { get; init; }

    /// <summary>
    /// Who asks, as a digest: what keeps the entries of an upstream with <c>cache: private</c> apart, and flights that carry different
    /// credentials. Empty when no identity goes into the call.
    /// </summary>
    [Id(8)]
    public string Identity { get; init; } = "";

    /// <summary>What the source's <c>on</c> makes of answers, the most specific rule first.</summary>
    [Id(9)]
    public ImmutableArray<AnswerRule> Rules { get; init; } = [];

    /// <summary>Names the caller, so that it can leave and a repeated call can rejoin.</summary>
    [Id(10)]
    public required Guid Waiter { get; init; }

    /// <summary>How long the caller waits from now.</summary>
    [Id(11)]
    public required TimeSpan Patience { get; init; }

    /// <summary>The tags under which what is stored can be purged.</summary>
    [Id(12)]
    public ImmutableArray<string> Tags { get; init; } = [];
}
