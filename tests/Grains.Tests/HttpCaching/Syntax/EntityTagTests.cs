using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Syntax;

public sealed class EntityTagTests
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
}
