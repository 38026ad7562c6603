using System.Net;
using Aggregator.Resources;
using Aggregator.Resources.Placement;

namespace Aggregator.Tests.Resources;

/// <summary>Where shards belong, and how few of them move.</summary>
public sealed class RendezvousTests
{
    private static readonly SiloAddress[] Silos = [.. Enumerable.Range(1, 5).Select(i => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11_000 + i), i))];

    [Fact]
    public void Every_silo_has_about_its_share_whatever_the_order()
    {
        var shares = Shards.GroupBy(shard => Rendezvous.Choose(shard, Silos)).Select(share => share.Count());

        Assert.All(shares, share => Assert.InRange(share, ResourceAddress.ShardCount / 10, ResourceAddress.ShardCount / 3));
        Assert.All(Shards, shard => Assert.Equal(Rendezvous.Choose(shard, Silos), Rendezvous.Choose(shard, Silos.Reverse())));
    }

    [Fact]
    public void Only_what_a_silo_had_moves_when_it_goes() =>
        Assert.All(Shards.Where(shard => !Rendezvous.Choose(shard, Silos).Equals(Silos[0])), shard =>
            Assert.Equal(Rendezvous.Choose(shard, Silos), Rendezvous.Choose(shard, Silos.Skip(1))));

    [Fact]
    public void Addresses_spread_over_all_shards() =>
        Assert.Equal(ResourceAddress.ShardCount, Enumerable.Range(0, 20 * ResourceAddress.ShardCount).Select(i => new ResourceAddress("up", $"/items/{i}").Shard).Distinct().Count());

    private static IEnumerable<long> Shards => Enumerable.Range(0, ResourceAddress.ShardCount).Select(i => (long)i);
}
