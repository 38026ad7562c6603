using System.Text;
using Aggregator.Catalog;
using Aggregator.Definitions;
using Aggregator.Memory;
using Aggregator.Resources;
using Aggregator.Tests.Reports;
using Aggregator.Upstreams;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Tests.Resources;

/// <summary>A shard over a fake upstream, on turns of its own as a grain has them, with a clock that the test moves.</summary>
internal sealed class Asking : IAsyncDisposable
{
    private static readonly Guid Epoch = new("6f6f5f0c-9d0e-4a55-9d5a-0d6e8f1b2c3d");

    private readonly TaskFactory _turns = new(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
    private readonly UpstreamPipes _pipes;
    private readonly ResourceShard _shard;
    private readonly GenerationMirror _generations;

    public Asking(FakeUpstream upstream, string settings = "retry: 0", long capacity = 1 << 20)
    {
        Upstream = upstream;
        Definition = Plans.Of("report: r\nsources:\n  a: { get: \"up:/a\" }\n", settings).Sources[0].Upstream ?? throw new InvalidOperationException("The source calls an upstream.");
        _pipes = new(Time, () => 0.5, _ => upstream.Handler());
        _generations = new(Time);
        _generations.Hear(new() { Epoch = Epoch });
        Budget = new(capacity);
        _shard = new(
            new(Budget),
            _pipes,
            address =>
            {
                Invalidated.Add(address.Target);
                _shard?.Invalidate(address);
                return Task.CompletedTask;
            },
            Time,
            Grace);
    }

    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(10);

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    public FakeUpstream Upstream { get; }

    public UpstreamDefinition Definition { get; }

    public FakeTimeProvider Time { get; } = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public CacheBudget Budget { get; }

    /// <summary>The targets of the addresses beside its own that a change was said to concern, in order.</summary>
    public List<string> Invalidated { get; } = [];

    /// <summary>A source's request.</summary>
    public ResourceRequest Request(string target = "/a", ResourceCaching? caching = null, string method = "GET", bool safe = true, params (string, string)[] headers) => new()
    {
        Address = new("up", target),
        UpstreamHash = Definition.Hash,
        Use = ResourceUse.Source,
        Method = method,
        Headers = [.. headers.Select(header => new HeaderLine(header.Item1, header.Item2))],
        Safe = safe,
        Caching = caching ?? ResourceCaching.Http,
        Waiter = Guid.NewGuid(),
        Patience = Patience,
    };

    /// <summary>A client's request through the relay.</summary>
    public ResourceRequest Relayed(string target = "/a", string method = "GET", bool safe = true, params (string, string)[] headers) => new()
    {
        Address = new("up", target),
        UpstreamHash = Definition.Hash,
        Use = ResourceUse.Relay,
        Method = method,
        Headers = [.. headers.Select(header => new HeaderLine(header.Item1, header.Item2))],
        Safe = safe,
        Caching = ResourceCaching.Http,
        Waiter = Guid.NewGuid(),
        Patience = Patience,
    };

    /// <summary>Asks, on a turn of the shard.</summary>
    public Task<ResourceAnswer> AskAsync(ResourceRequest request, CancellationToken cancellationToken = default) =>
        _turns.StartNew(
            () => _shard.GetAsync(ResourceQuestion.Of(request, Definition, _generations.Current), cancellationToken), CancellationToken.None).Unwrap();

    /// <summary>Asks for a target and takes the body as text.</summary>
    public async Task<string> TextAsync(ResourceRequest? request = null) => Encoding.UTF8.GetString((await AskAsync(request ?? Request()).WaitAsync(Patience)).Body);

    /// <summary>Says that a waiter is gone for good.</summary>
    public Task LeaveAsync(Guid waiter) => _turns.StartNew(() => _shard.LeaveAsync(waiter)).Unwrap();

    /// <summary>Drops what is stored of an address.</summary>
    public Task InvalidateAsync(string target) => _turns.StartNew(() => _shard.Invalidate(new("up", target)));

    /// <summary>Purges something.</summary>
    public void Purge(PurgeKind kind, string name) => _generations.Hear(_generations.Current.Purge(new(kind, name)));

    /// <summary>Moves the clock; the catalog is heard all the while.</summary>
    public void Advance(double seconds)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        _generations.Hear(null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _turns.StartNew(_shard.EndAsync).Unwrap();
        _pipes.Dispose();
    }
}
