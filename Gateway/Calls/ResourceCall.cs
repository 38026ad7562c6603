using Aggregator.Resources;

namespace Aggregator.Gateway.Calls;

/// <summary>A call for an upstream resource.</summary>
/// <param name="shards">Finds the shards.</param>
/// <param name="request">What is asked, and how patiently.</param>
internal sealed class ResourceCall(IResourceShards shards, ResourceRequest request) : GrainCall<ResourceAnswer>
{
    /// <inheritdoc/>
    public override TimeSpan Patience => request.Patience;

    /// <inheritdoc/>
    public override bool IsRepeatable => request.Safe;

    /// <inheritdoc/>
    public override Task<ResourceAnswer> SendAsync(TimeSpan patience, CancellationToken attempt) =>
        shards.Get(request.Address).GetAsync(request with { Patience = patience }, attempt);

    /// <inheritdoc/>
    public override bool LacksDefinition(ResourceAnswer answer) => answer.DefinitionUnavailable;

    /// <inheritdoc/>
    public override Task LeaveAsync() => shards.Get(request.Address).LeaveAsync(request.Waiter);
}
