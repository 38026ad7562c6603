using Aggregator.Catalog;
using Aggregator.Memory;
using Aggregator.Resources.Placement;
using Aggregator.Upstreams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Resources;

/// <summary>A shard of the upstream resources as a grain: see <see cref="ResourceShard"/> for what it does.</summary>
[RendezvousPlacement]
[CollectionAgeLimit(AlwaysActive = true)] // it holds what the next request wants; when memory is short, the responses go, not the shard
internal sealed partial class ResourceShardGrain : Grain, IResourceShardGrain
{
    private readonly DefinitionStore _definitions;
    private readonly ShardHomes _homes;
    private readonly ILogger<ResourceShardGrain> _logger;

    // Calls interleave, but each turn runs alone: what the shard decides between two awaits holds until the next one.
    private readonly ResourceShard _shard;

    public ResourceShardGrain(
        DefinitionStore definitions,
        UpstreamPipes pipes,
        CacheBudget budget,
        ShardHomes homes,
        TimeProvider time,
        IOptions<ResourceOptions> options,
        ILogger<ResourceShardGrain> logger)
    {
        (_definitions, _homes, _logger) = (definitions, homes, logger);
        _shard = new(new(budget), pipes, InvalidateEverywhereAsync, time, options.Value.Grace);
    }

    /// <inheritdoc/>
    public async Task<ResourceAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        _definitions.FindUpstream(request.Address.Upstream, request.UpstreamHash) is { } upstream
            ? await _shard.GetAsync(ResourceQuestion.Of(request, upstream), cancellationToken)
            : new() { Kind = nameof(UpstreamOutcomeKind.Unreachable), NotSent = true, DefinitionUnavailable = true };

    /// <inheritdoc/>
    public Task LeaveAsync(Guid waiter) => _shard.LeaveAsync(waiter);

    /// <inheritdoc/>
    public Task InvalidateAsync(ResourceAddress address)
    {
        _shard.Invalidate(address);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _homes.Enter(this.GetPrimaryKeyLong(), GrainContext);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _homes.Leave(this.GetPrimaryKeyLong(), GrainContext);
        await _shard.EndAsync();
    }

    private async Task InvalidateEverywhereAsync(ResourceAddress address)
    {
        try
        {
            if (address.Shard == this.GetPrimaryKeyLong()) _shard.Invalidate(address);
            else await GrainFactory.GetGrain<IResourceShardGrain>(address.Shard).InvalidateAsync(address);
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException)
        {
            LogNotInvalidated(fault, address.Upstream); // a shard that cannot be reached has lost what it stored, or is about to
        }
    }

    [LoggerMessage(EventName = "NotInvalidated", Level = LogLevel.Warning,
        Message = "A call of {Upstream} changed something whose stored responses are in a shard that could not be told.")]
    private partial void LogNotInvalidated(Exception fault, string upstream);
}
