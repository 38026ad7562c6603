using System.Collections.Concurrent;
using System.Text;
using Aggregator.Gateway.Calls;
using Aggregator.Resources;

namespace Aggregator.Gateway.Tests;

/// <summary>Resource shards that answer what a test says, and remember what they were asked.</summary>
internal sealed class FakeShards : IResourceShards
{
    private readonly TaskCompletionSource<Guid> _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<ResourceRequest, CancellationToken, Task<ResourceAnswer>> Answer { get; set; } = (_, _) => Task.FromResult(Text("hello"));

    public ConcurrentQueue<(long Shard, ResourceRequest Request)> Asked { get; } = new();

    public ResourceRequest LastRequest => Asked.Last().Request;

    /// <summary>Ends with the waiter that was said to have left.</summary>
    public Task<Guid> Left => _left.Task;

    public IResourceShardGrain Get(ResourceAddress address) => new Shard(this, address.Shard);

    public void Answers(ResourceAnswer answer) => Answer = (_, _) => Task.FromResult(answer);

    public static ResourceAnswer Text(string body, int status = 200, params HeaderLine[] headers) =>
        new() { Kind = "Answer", Status = status, Headers = [.. headers], Body = Encoding.Latin1.GetBytes(body) };

    private sealed class Shard(FakeShards shards, long number) : IResourceShardGrain
    {
        public Task<ResourceAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
        {
            shards.Asked.Enqueue((number, request));
            return shards.Answer(request, cancellationToken);
        }

        public Task LeaveAsync(Guid waiter)
        {
            shards._left.TrySetResult(waiter);
            return Task.CompletedTask;
        }

        public Task InvalidateAsync(ResourceAddress address) => Task.CompletedTask;
    }
}
