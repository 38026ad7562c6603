using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Syntax;

public sealed class StructuredDictionaryTests
{
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
}
