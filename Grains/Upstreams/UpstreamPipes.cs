using System.Collections.Concurrent;
using Aggregator.Definitions;

namespace Aggregator.Upstreams;

/// <summary>One pipe for each version of each upstream: permits and connections belong to it and outlive a report.</summary>
/// <param name="time">The clock of attempts and pauses.</param>
/// <param name="random">Jitter, uniform in [0, 1).</param>
/// <param name="handler">Makes the handler that sends, given the longest life of a connection.</param>
public sealed class UpstreamPipes(TimeProvider time, Func<double> random, Func<TimeSpan, HttpMessageHandler> handler) : IUpstreamCalls, IDisposable
{
    private readonly ConcurrentDictionary<(string Name, string Hash), Lazy<UpstreamPipe>> _pipes = new();

    /// <summary>Pipes to real upstreams.</summary>
    /// <param name="time">The clock of attempts and pauses.</param>
    /// <param name="random">Jitter, uniform in [0, 1).</param>
    public UpstreamPipes(TimeProvider time, Func<double> random)
        : this(time, random, UpstreamExchange.Sockets)
    {
    }

    /// <inheritdoc/>
    public Task<UpstreamOutcome> SendAsync(UpstreamCall call, CancellationToken cancellationToken) =>
        _pipes.GetOrAdd((call.Upstream.Name, call.Upstream.Hash), _ => new(() => Open(call.Upstream))).Value.SendAsync(call, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pipe in _pipes.Values.Where(pipe => pipe.IsValueCreated)) pipe.Value.Dispose();
    }

    private UpstreamPipe Open(UpstreamDefinition upstream) => new(upstream, new(upstream, time, handler), time, random);
}
