using Orleans.Concurrency;

namespace Aggregator.Resources;

/// <summary>
/// One of the shards over which upstream resources are spread: it keeps the stored responses of those that hash to it, and their flights, so
/// that a resource is called once in the whole cluster. Its key is a <see cref="ResourceAddress.Shard"/>.
/// </summary>
[Alias("resource-shard-grain")]
public interface IResourceShardGrain : IGrainWithIntegerKey
{
    /// <summary>
    /// Answers a request from the store, from a flight under way, or from the upstream. Idempotent for one <see cref="ResourceRequest.Waiter"/>
    /// of a safe request: a repeated call rejoins.
    /// </summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Ends this call only; the flight goes on for a while, so that a repeated call can rejoin it.</param>
    [AlwaysInterleave]
    [Alias("get")]
    Task<ResourceAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken);

    /// <summary>Says that a waiter is gone for good. When it was a flight's last one, the upstream call is cancelled.</summary>
    /// <param name="waiter">The waiter named in the request.</param>
    [AlwaysInterleave]
    [Alias("leave")]
    Task LeaveAsync(Guid waiter);

    /// <summary>Makes every stored response of an address unusable until the upstream has confirmed it (RFC 9111 §4.4).</summary>
    /// <param name="address">The address.</param>
    [AlwaysInterleave]
    [Alias("invalidate")]
    Task InvalidateAsync(ResourceAddress address);
}
