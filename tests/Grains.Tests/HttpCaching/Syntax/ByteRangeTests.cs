using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Syntax;

public sealed class ByteRangeTests
{
    [Theory]
    [InlineData("first two", "bytes=0-1", 0, 2)]
    [InlineData("to the end", "bytes=7-", 7, 3)]
    [InlineData("suffix", "bytes=-3", 7, 3)]
    [InlineData("longer suffix", "bytes=-30", 0, 10)]
    [InlineData("beyond the end", "bytes=8-99", 8, 2)]
    [InlineData("beyond all numbers", "bytes=8-99999999999999999999999", 8, 2)]
    [InlineData("unit in capitals", "BYTES=0-1", 0, 2)]
    [InlineData("empty members", "bytes=, 0-1 ,", 0, 2)]
    [InlineData("past the end", "bytes=10-", -1, -1)]
    [InlineData("suffix of nothing", "bytes=-0", -1, -1)]
    [InlineData("far past the end", "bytes=99999999999999999999-", -1, -1)]
    public void A_range_lies_somewhere_in_ten_bytes_or_nowhere(string id, string line, long start, long count)
    {
        Rule.Holds(id, "9110 §14.1.2", true, ByteRange.TryParse([line], out var range));
        bool found = range.TryResolve(10, out long first, out long length);
        Rule.Holds(id, "9110 §14.1.2", start < 0 ? (false, -1, -1) : (true, start, count), found ? (true, first, length) : (false, -1, -1));
    }

    [Theory]
    [InlineData("several", "bytes=0-1,3-4")]
    [InlineData("other unit", "items=0-1")]
    [InlineData("backwards", "bytes=5-1")]
    [InlineData("no dash", "bytes=5")]
    [InlineData("dash only", "bytes=-")]
    [InlineData("letters", "bytes=a-b")]
    [InlineData("negative", "bytes=--1")]
    [InlineData("nothing", "bytes=")]
    public void A_range_that_is_not_one_of_bytes_is_ignored(string id, string line) =>
        Rule.Holds(id, "9110 §14.2", false, ByteRange.TryParse([line], out _));
}
