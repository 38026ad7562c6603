namespace Aggregator.Tests.HttpCaching.Syntax;

public sealed class HeaderFieldsTests
{
    [Fact]
    public void Fields_keep_their_lines_and_compare_names_without_case()
    {
        var fields = Exchange.Fields("A: 1|b: 2|a: 3");
        Assert.Equal("1, 3", fields.Combined("a"));
        Assert.Equal("A: 9|b: 2", string.Join("|", fields.Set("a", "9").Select(line => $"{line.Name}: {line.Value}")));
        Assert.Null(fields.Only("A"));
        Assert.Equal(3, fields.Count);
        Assert.Same(fields, fields.Without("c"));
    }
}
