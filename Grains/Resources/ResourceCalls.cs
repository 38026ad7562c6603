using System.Security.Cryptography;
using Aggregator.HttpCaching.Syntax;
using Aggregator.Upstreams;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aggregator.Resources;

/// <summary>
/// The way from a report to upstreams through the shards of the cluster. A shard's process that dies under a call costs one attempt; a call
/// that may have changed something is not repeated.
/// </summary>
/// <param name="grains">Finds the shards.</param>
/// <param name="pipes">The way without a shard, for an upstream in a version that the shard's silo does not have.</param>
/// <param name="time">The clock.</param>
/// <param name="options">The limits.</param>
/// <param name="logger">Where lost leavings are noted.</param>
public sealed partial class ResourceCalls(
    IGrainFactory grains, UpstreamPipes pipes, TimeProvider time, IOptions<ResourceOptions> options, ILogger<ResourceCalls> logger) : IUpstreamCalls
{
    /// <inheritdoc/>
    public async Task<UpstreamOutcome> SendAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        var request = Request(call);
        var shard = grains.GetGrain<IResourceShardGrain>(request.Address.Shard);
        while (true)
        {
            try
            {
                var answer = await AttemptAsync(shard, request, cancellationToken);
                return answer.DefinitionUnavailable ? await pipes.SendAsync(call, cancellationToken) : Outcome(answer);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await LeaveAsync(shard, request.Waiter);
                return new() { Kind = UpstreamOutcomeKind.Timeout };
            }
            catch (Exception fault) when (fault is OrleansException or TimeoutException)
            {
                if (!call.Safe) return new() { Kind = fault is TimeoutException ? UpstreamOutcomeKind.Timeout : UpstreamOutcomeKind.Unreachable };
                LogRepeated(fault);
                await Task.Delay(options.Value.Pause, time, CancellationToken.None);
            }
        }
    }

    /// <summary>One attempt. Its timeout is not a leaving: the shard keeps the flight, and the next attempt rejoins it.</summary>
    /// <exception cref="TimeoutException">The attempt took too long, or the shard's silo stops and cancels what it has under way.</exception>
    private async Task<ResourceAnswer> AttemptAsync(IResourceShardGrain shard, ResourceRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.AttemptTimeout, time);
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await shard.GetAsync(request, attempt.Token).WaitAsync(attempt.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("A shard did not answer within one attempt.");
        }
    }

    /// <summary>Once, and briefly: a leaving that is lost takes effect when the flight's grace ends.</summary>
    private async Task LeaveAsync(IResourceShardGrain shard, Guid waiter)
    {
        try
        {
            await shard.LeaveAsync(waiter).WaitAsync(LeaveLimit, time);
        }
        catch (Exception fault) when (fault is OrleansException or TimeoutException or OperationCanceledException)
        {
            LogLeavingLost(fault);
        }
    }

    private static ResourceRequest Request(UpstreamCall call) => new()
    {
        Address = new(call.Upstream.Name, call.Target),
        UpstreamHash = call.Upstream.Hash,
        Use = call.Use,
        Method = call.Method,
        Headers = [.. call.Headers.Select(line => new HeaderLine(line.Name, line.Value))],
        Body = call.Body,
        Safe = call.Safe,
        Caching = call.Caching,
        Rules = AnswerRuleText.Write(call.On),
        Waiter = new(RandomNumberGenerator.GetBytes(WaiterBytes)),
        Patience = Forever,
        Tags = call.Tags,
    };

    private static UpstreamOutcome Outcome(ResourceAnswer answer) => new()
    {
        Kind = Enum.Parse<UpstreamOutcomeKind>(answer.Kind),
        Status = answer.Status,
        Headers = HeaderFields.Of(answer.Headers.Select(line => new HttpCaching.Syntax.HeaderLine(line.Name, line.Value))),
        Body = answer.Body,
        Attempts = answer.Attempts,
        NotSent = answer.NotSent,
        Cache = answer.Cache,
        FreshFor = answer.FreshFor,
    };

    [LoggerMessage(EventName = "ShardAskedAgain", Level = LogLevel.Debug, Message = "A shard could not be reached or did not answer; it is asked again.")]
    private partial void LogRepeated(Exception fault);

    [LoggerMessage(EventName = "ShardLeavingLost", Level = LogLevel.Debug, Message = "A shard could not be told that a report has left.")]
    private partial void LogLeavingLost(Exception fault);

    private const int WaiterBytes = 16;
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(1);

    /// <summary>A report says when it leaves. What a silo that died did not say, the attempt that broke off with it does.</summary>
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);
}
