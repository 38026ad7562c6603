using Aggregator.Memory;

namespace Aggregator.Tests.Memory;

/// <summary>What counts against the memory of a process, and what goes first.</summary>
public sealed class CacheBudgetTests
{
    private readonly CacheBudget _budget = new(100_000);
    private readonly List<string> _gone = [];

    [Fact]
    public void The_least_used_goes_first_whichever_part_it_belongs_to()
    {
        var first = Add("first", CachePart.Documents, 40_000);
        Add("second", CachePart.Near, 40_000);
        first.Touch();
        Add("third", CachePart.Responses, 40_000);

        Assert.Equal(["second"], _gone);
        Assert.Equal((1, 0, 1), (_budget.EntriesOf(CachePart.Documents), _budget.EntriesOf(CachePart.Near), _budget.EntriesOf(CachePart.Responses)));
        Assert.Equal(1, _budget.Evictions);
    }

    [Fact]
    public void What_is_larger_than_all_memory_goes_at_once()
    {
        Add("small", CachePart.Documents, 10);
        Add("huge", CachePart.Documents, 100_001);

        Assert.Contains("huge", _gone);
        Assert.InRange(_budget.Used, 0, _budget.Capacity);
    }

    [Fact]
    public void When_everything_was_used_something_goes_all_the_same()
    {
        foreach (var name in new[] { "a", "b", "c" }) Add(name, CachePart.Near, 30_000).Touch();
        Add("d", CachePart.Near, 30_000).Touch();

        Assert.Single(_gone);
    }

    [Fact]
    public void A_buffer_that_several_hold_counts_once()
    {
        var buffer = new byte[10_000];
        var document = _budget.Add(CachePart.Documents, 0, () => { }, buffer);
        var alone = _budget.Used;
        var near = _budget.Add(CachePart.Near, 0, () => { }, buffer);
        Assert.InRange(_budget.Used, alone, alone + 1000);

        _budget.Remove(document);
        Assert.InRange(_budget.Used, 10_000, alone);
        _budget.Remove(near);
        Assert.Equal((0, 0, 0), (_budget.Used, _budget.BytesOf(CachePart.Documents), _budget.BytesOf(CachePart.Near)));
    }

    [Fact]
    public void What_is_out_can_be_taken_out_again()
    {
        var entry = Add("a", CachePart.Near, 10);
        _budget.Remove(entry);
        _budget.Remove(entry);

        Assert.Equal(0, _budget.Used);
        Assert.Empty(_gone);
    }

    [Fact]
    public void A_million_keys_asked_once_leave_the_hot_ones_in()
    {
        var hot = Enumerable.Range(0, 10).Select(i => Add($"hot {i}", CachePart.Documents, 1000)).ToList();
        for (var i = 0; i < 1_000_000; i++)
        {
            _budget.Add(CachePart.Documents, 1000, () => { });
            if (i % 20 == 0) hot.ForEach(entry => entry.Touch());
        }

        Assert.Empty(_gone);
        Assert.InRange(_budget.Used, 0, _budget.Capacity);
    }

    private CacheEntry Add(string name, CachePart part, long bytes) => _budget.Add(part, bytes, () => _gone.Add(name));
}
