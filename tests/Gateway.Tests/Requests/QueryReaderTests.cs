using Aggregator.Gateway.Requests;

namespace Aggregator.Gateway.Tests.Requests;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("?", "")]
    [InlineData("?a=1", "a=[1]")]
    [InlineData("?a=1&b=2&a=3", "a=[1|3] b=[2]")]
    [InlineData("?&&a=1&", "a=[1]")]
    [InlineData("?a", "a=[null]")]
    [InlineData("?a=", "a=[]")]
    [InlineData("?a=b=c", "a=[b=c]")]
    [InlineData("?a=x+y%2Bz%20!", "a=[x y+z !]")]
    [InlineData("?a=%C4%8D&%C4%8D=1", "a=[č] č=[1]")]
    [InlineData("?a=%26%3D", "a=[&=]")]
    public void TryRead_GivesValuesByName_InTheOrderGiven(string query, string expected)
    {
        Assert.Null(QueryReader.TryRead(query, out var given));
        Assert.Equal(expected, string.Join(' ', given.Select(pair => $"{pair.Key}=[{string.Join('|', pair.Value.Select(value => value ?? "null"))}]")));
    }

    [Theory]
    [InlineData("?a=%")]
    [InlineData("?a=%4")]
    [InlineData("?a=%zz")]
    [InlineData("?a=%FF")]
    [InlineData("?%C4=1")]
    [InlineData("?a=%ED%A0%80")]
    [InlineData("?a=é")]
    [InlineData("?=1")]
    [InlineData("?=")]
    public void TryRead_BrokenText_IsAProblem(string query) => Assert.NotNull(QueryReader.TryRead(query, out _));
}
