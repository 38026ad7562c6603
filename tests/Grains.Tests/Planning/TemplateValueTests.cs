using System.Text;
using Aggregator.JmesPath;
using Aggregator.Planning;

namespace Aggregator.Tests.Planning;

/// <summary>What a JSON value stands for in a URL.</summary>
public sealed class TemplateValueTests
{
    [Theory]
    [InlineData("\"a \\u00e9\"", "a é")]
    [InlineData("\"\"", "")]
    [InlineData("1.50", "1.50")]
    [InlineData("1e400", "1e400")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    public void From_Scalar_IsItsText(string json, string expected) => Assert.Equal(expected, From(json).Text);

    [Theory]
    [InlineData("[1,null,\"b\",true]", "1 b true")]
    [InlineData("[null]", "")]
    [InlineData("[]", "")]
    public void From_List_IsItsTextsWithoutNulls(string json, string expected)
    {
        Assert.Equal(expected, string.Join(' ', From(json).Elements ?? ["no list"]));
        Assert.False(From(json).IsUndefined);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[[1]]")]
    public void From_ObjectOrNestedList_IsUnusable(string json) => Assert.NotNull(From(json).Fault);

    [Fact]
    public void From_Null_IsUndefined() => Assert.True(From("null").IsUndefined);

    [Theory]
    [InlineData("a", "{\"b\":{\"c\":7}}", null)]
    [InlineData("a.b.c", "{\"b\":{\"c\":7}}", "7")]
    [InlineData("a.b.d", "{\"b\":{\"c\":7}}", null)]
    [InlineData("a.b.c.d", "{\"b\":{\"c\":7}}", null)]
    [InlineData("a", "7", "7")]
    public void Resolve_FollowsTheDots(string path, string json, string? expected) =>
        Assert.Equal(expected, new TemplateVariable(path, TemplatePosition.Path).Resolve(Json(json)).Text);

    private static TemplateValue From(string json) => TemplateValue.From(Json(json));

    private static JsonValue Json(string json) => JsonValue.FromChecked(Encoding.UTF8.GetBytes(json));
}
