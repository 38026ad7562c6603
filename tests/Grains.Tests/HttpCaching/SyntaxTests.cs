using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("strong", "\"abc\"", true, false)]
    [InlineData("weak", "W/\"abc\"", true, true)]
    [InlineData("empty", "\"\"", true, false)]
    [InlineData("beyond ASCII", "\"abcdef\u00fc\"", true, false)]
    [InlineData("with a comma", "\"a,b\"", true, false)]
    [InlineData("lower-case weakness", "w/\"abc\"", false, false)]
    [InlineData("backslash", "W\\\"abc\"", false, false)]
    [InlineData("no slash", "W\"abc\"", false, false)]
    [InlineData("no quotes", "abc", false, false)]
    [InlineData("one quote", "\"", false, false)]
    [InlineData("quote inside", "\"a\"b\"", false, false)]
    [InlineData("space inside", "\"a b\"", false, false)]
    [InlineData("nothing", "", false, false)]
    public void An_entity_tag_is_exactly_one(string id, string text, bool valid, bool weak)
    {
        Rule.Holds(id, "9110 §8.8.3", valid, EntityTag.TryParse(text, out var tag));
        Rule.Holds(id, "9110 §8.8.3", weak, tag.IsWeak);
        if (valid)
            Rule.Holds(id, "9110 §8.8.3", text, tag.ToString());
    }

    [Theory]
    [InlineData("W/\"1\"", "W/\"1\"", false, true)]
    [InlineData("W/\"1\"", "W/\"2\"", false, false)]
    [InlineData("W/\"1\"", "\"1\"", false, true)]
    [InlineData("\"1\"", "\"1\"", true, true)]
    public void Entity_tags_compare_as_the_table_says(string one, string other, bool strongly, bool weakly)
    {
        Assert.True(EntityTag.TryParse(one, out var left));
        Assert.True(EntityTag.TryParse(other, out var right));
        Rule.Holds($"{one} {other}", "9110 §8.8.3.2", (strongly, weakly), (left.StronglyMatches(right), left.WeaklyMatches(right)));
    }

    [Theory]
    [InlineData("first", "\"a\", \"b\", \"c\"", true)]
    [InlineData("middle", "\"b\", \"a\", \"c\"", true)]
    [InlineData("last", "\"b\",\"c\" ,  \"a\"", true)]
    [InlineData("weak", "W/\"a\"", true)]
    [InlineData("any", "*", true)]
    [InlineData("other", "\"b\"", false)]
    [InlineData("inside another", "\"b,a\"", false)]
    public void A_list_of_entity_tags_matches_weakly(string id, string line, bool matches)
    {
        Rule.Holds(id, "9110 §13.1.2", true, EntityTagList.TryParse([line], out var list));
        Rule.Holds(id, "9110 §13.1.2", matches, list.Matches(new EntityTag("\"a\"", IsWeak: false)));
    }

    [Theory]
    [InlineData("unquoted", "abc")]
    [InlineData("any among others", "*, \"a\"")]
    [InlineData("no comma", "\"a\" \"b\"")]
    [InlineData("open", "\"a")]
    [InlineData("nothing", "")]
    public void A_list_that_is_none_matches_nothing(string id, string line) =>
        Rule.Holds(id, "9110 §13.1.2", false, EntityTagList.TryParse([line], out _));

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

    [Theory]
    [InlineData("integer", "max-age=60", "max-age Integer 60")]
    [InlineData("negative", "a=-5", "a Integer -5")]
    [InlineData("decimal", "a=60.0", "a Decimal 60.0")]
    [InlineData("bare", "no-store", "no-store True ")]
    [InlineData("false", "private=?0", "private False ")]
    [InlineData("string", "a=\"x\\\"y\"", "a String x\"y")]
    [InlineData("token", "a=*x/y:z", "a Token *x/y:z")]
    [InlineData("bytes", "a=:aGk=:", "a Bytes aGk=")]
    [InlineData("date", "a=@1659578233", "a Date 1659578233")]
    [InlineData("display", "a=%\"f%c3%bc\"", "a Display f%c3%bc")]
    [InlineData("inner list", "a=(1 \"b\";c=1  d);e", "a List ")]
    [InlineData("parameters", "a=1;b;c=\"d\" , e", "a Integer 1,e True ")]
    [InlineData("last one counts", "a=1, b, a=2", "a Integer 2,b True ")]
    [InlineData("empty", "", "")]
    public void A_dictionary_is_read(string id, string line, string expected)
    {
        Rule.Holds(id, "9651 §4.2.2", true, StructuredDictionary.TryParse([line], out var members));
        string found = string.Join(",", members.Select(member => $"{member.Key} {member.Kind} {member.Text}"));
        Rule.Holds(id, "9651 §4.2.2", expected, found);
    }

    [Theory]
    [InlineData("capital key", "MaX-aGe=60")]
    [InlineData("trailing comma", "max-age=60,")]
    [InlineData("leading comma", ",max-age=60")]
    [InlineData("space before equals", "max-age =60")]
    [InlineData("space behind equals", "max-age= 60")]
    [InlineData("semicolon between", "max-age=60; =1")]
    [InlineData("letters behind digits", "max-age=60a")]
    [InlineData("sixteen digits", "max-age=1234567890123456")]
    [InlineData("four decimals", "a=1.2345")]
    [InlineData("point at the end", "a=1.")]
    [InlineData("minus only", "a=-")]
    [InlineData("open string", "a=\"b")]
    [InlineData("bad escape", "a=\"\\b\"")]
    [InlineData("beyond ASCII", "a=\"\u00fc\"")]
    [InlineData("boolean 2", "a=?2")]
    [InlineData("open list", "a=(1 2")]
    [InlineData("list without spaces", "a=(1\"b\")")]
    [InlineData("open bytes", "a=:aGk=")]
    [InlineData("no base64", "a=:a!k=:")]
    [InlineData("decimal date", "a=@1.5")]
    [InlineData("capital escape", "a=%\"f%C3\"")]
    [InlineData("key only of digits", "1=2")]
    public void A_dictionary_with_one_fault_is_none(string id, string line) =>
        Rule.Holds(id, "9651 §4.2", false, StructuredDictionary.TryParse([line], out _));

    [Fact]
    public void Lines_of_a_dictionary_are_one()
    {
        Assert.True(StructuredDictionary.TryParse(["a=1", "b"], out var members));
        Assert.Equal(2, members.Length);
    }

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
