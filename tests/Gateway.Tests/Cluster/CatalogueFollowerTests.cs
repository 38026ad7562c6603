using System.Threading.Channels;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Cluster;
using Aggregator.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aggregator.Gateway.Tests.Cluster;

public sealed class CatalogueFollowerTests : IDisposable
{
    private readonly PublishedCatalogue _catalogue = new();
    private readonly ArmedTime _time = new();
    private readonly FakeCatalog _grain = new();
    private readonly CatalogueFollower _follower;

    public CatalogueFollowerTests() => _follower = new(_catalogue, _time, NullLogger<CatalogueFollower>.Instance);

    public void Dispose() => _catalogue.Dispose();

    [Fact]
    public async Task Ask_TakesASet_AndThenAsksForWhatIsNewerOnly()
    {
        _grain.Answer = known => known == 5 ? null : Snapshot(5, [Examples.Customer]);

        await _follower.AskAsync(_grain, CancellationToken.None);
        var taken = _catalogue.Current;
        await _follower.AskAsync(_grain, CancellationToken.None);

        Assert.NotNull(taken?.Find("customer-overview"));
        Assert.Same(taken, _catalogue.Current);
        Assert.True(_follower.IsConnected);
        Assert.Equal([ICatalogGrain.NoRevision, 5], _grain.Asked);
    }

    [Fact]
    public async Task Ask_ClusterGone_KeepsTheCatalogue_AndIsNotConnected()
    {
        _grain.Answer = _ => Snapshot(5, [Examples.Customer]);
        await _follower.AskAsync(_grain, CancellationToken.None);

        _grain.Answer = _ => throw new ClusterNotConnectedException();
        await _follower.AskAsync(_grain, CancellationToken.None);

        Assert.False(_follower.IsConnected);
        Assert.NotNull(_catalogue.Current);
    }

    [Fact]
    public async Task Ask_SetThatCannotBeServed_LeavesTheLastOneInForce()
    {
        var bad = new ParameterDescriptor { Name = "day", ClockDefault = new(ClockReading.Today, "Nowhere/None") };
        _grain.Answer = _ => Snapshot(5, [Examples.Customer]);
        await _follower.AskAsync(_grain, CancellationToken.None);

        _grain.Answer = _ => Snapshot(6, [Examples.Customer with { Parameters = [bad] }]);
        await _follower.AskAsync(_grain, CancellationToken.None);

        Assert.Equal(3, _catalogue.Current?.Find("customer-overview")?.Descriptor.Parameters.Length);
    }

    [Fact]
    public async Task Follow_AsksEverySecond()
    {
        using var stopping = new CancellationTokenSource();
        var following = _follower.FollowAsync(_grain, stopping.Token);

        await _grain.AskedAgainAsync();
        _time.Advance(CatalogueFollower.Interval);
        await _grain.AskedAgainAsync();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => following);
    }

    private static CatalogSnapshot Snapshot(long revision, params ReportDescriptor[] reports) =>
        new() { Revision = revision, Reports = [.. reports], LoadedAt = DateTimeOffset.UnixEpoch };

    private sealed class FakeCatalog : ICatalogGrain
    {
        private readonly Channel<long> _asked = Channel.CreateUnbounded<long>();

        public Func<long, CatalogSnapshot?> Answer { get; set; } = _ => null;

        public List<long> Asked { get; } = [];

        public async Task AskedAgainAsync() => await _asked.Reader.ReadAsync();

        public Task<CatalogSnapshot?> GetAsync(long knownRevision, CancellationToken cancellationToken)
        {
            Asked.Add(knownRevision);
            _asked.Writer.TryWrite(knownRevision);
            return Task.FromResult(Answer(knownRevision));
        }

        public Task AnnounceAsync(CatalogSnapshot snapshot, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<Generations?> FollowGenerationsAsync(IGenerationsObserver observer, GenerationStamp known, CancellationToken cancellationToken) =>
            Task.FromResult<Generations?>(null);

        public Task<Generations> PurgeAsync(PurgeSubject subject, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
