using Aggregator.Catalog;

namespace Aggregator.Tests.Catalog;

/// <summary>What a purge makes a miss, and what it leaves alone.</summary>
public sealed class GenerationsTests
{
    private static readonly PurgeSubject Report = new(PurgeKind.Report, "a");
    private static readonly PurgeSubject Tag = new(PurgeKind.Tag, "a");

    private readonly Generations _start = new() { Epoch = Guid.NewGuid() };

    [Fact]
    public void What_began_before_a_purge_that_concerns_it_is_a_miss()
    {
        var purged = _start.Purge(Report);

        Assert.False(purged.IsCurrent(_start.Stamp, [Tag, Report]));
        Assert.True(purged.IsCurrent(_start.Stamp, [Tag]));
        Assert.True(purged.IsCurrent(purged.Stamp, [Report]));
        Assert.True(purged.Purge(Tag).IsCurrent(purged.Stamp, [Report]));
    }

    [Fact]
    public void What_began_under_another_count_or_under_none_is_a_miss()
    {
        var other = new Generations { Epoch = Guid.NewGuid(), Sequence = 5 };

        Assert.False(_start.IsCurrent(other.Stamp, []));
        Assert.False(_start.IsCurrent(GenerationStamp.Unknown, []));
        Assert.False(Generations.Unknown.IsCurrent(GenerationStamp.Unknown, []));
        Assert.False(Generations.Unknown.IsCurrent(_start.Stamp, []));
    }

    [Fact]
    public void What_is_made_of_two_things_is_as_old_as_the_older()
    {
        var (early, late) = (_start.Stamp, _start.Purge(Tag).Stamp);

        Assert.Equal(early, GenerationStamp.Earlier(late, early));
        Assert.Equal(early, GenerationStamp.Earlier(early, late));
        Assert.Equal(GenerationStamp.Unknown, GenerationStamp.Earlier(early, new(Guid.NewGuid(), 0)));
    }

    [Fact]
    public void More_subjects_than_are_told_apart_purge_everything_once()
    {
        var purged = Enumerable.Range(0, Generations.MostSubjects + 1)
            .Aggregate(_start, (generations, i) => generations.Purge(new(PurgeKind.Tag, $"{i}")));

        Assert.Empty(purged.Purges);
        Assert.False(purged.IsCurrent(_start.Stamp, []));
        Assert.True(purged.IsCurrent(purged.Stamp, [Tag]));
    }

    [Fact]
    public void A_value_gives_way_to_one_that_counts_further_or_otherwise()
    {
        var purged = _start.Purge(Tag);

        Assert.True(_start.IsOlderThan(purged));
        Assert.False(purged.IsOlderThan(_start));
        Assert.True(purged.IsOlderThan(new() { Epoch = Guid.NewGuid() }));
    }
}
