using Aggregator.Planning;

namespace Aggregator.Tests.Planning;

/// <summary>What a template adds to RFC 6570: its path and query keep their structure, whatever the values.</summary>
public sealed class UrlTemplateTests
{
    [Theory]
    [InlineData("", 0, "the end of the template")]
    [InlineData("orders", 0, "'o'")]
    [InlineData("?a=1", 0, "'?'")]
    [InlineData("{id}", 0, "'{'")]
    [InlineData("/a//b", 3, "'/'")]
    [InlineData("//evil.example", 1, "'/'")]
    [InlineData("/{/x}", 1, "'{'")]
    [InlineData("/a/../b", 3, "'.'")]
    [InlineData("/.", 1, "'.'")]
    [InlineData("/a/%2E%2e?x", 3, "'%'")]
    [InlineData("/a/..;v=1", 3, "'.'")]
    [InlineData("/a#b", 2, "'#'")]
    [InlineData("/a b", 2, "' '")]
    [InlineData("/straße", 5, "'ß'")]
    [InlineData("/a\\b", 2, "'\\'")]
    [InlineData("/a\r\nb", 2, "'U+000D'")]
    [InlineData("/a%2", 2, "'%'")]
    [InlineData("/a%zz", 2, "'%'")]
    [InlineData("/a[0]", 2, "'['")]
    [InlineData("/{}", 2, "'}'")]
    [InlineData("/{x", 3, "the end of the template")]
    [InlineData("/{x,}", 4, "'}'")]
    [InlineData("/{x.}", 4, "'}'")]
    [InlineData("/{_x}", 2, "'_'")]
    [InlineData("/{x:0}", 4, "'0'")]
    [InlineData("/{x:10000}", 4, "'1'")]
    [InlineData("/{x*:2}", 4, "':'")]
    [InlineData("/a?b{?x}", 4, "'{'")]
    public void TryParse_FirstFault_IsPlaced(string template, int offset, string found)
    {
        Assert.False(UrlTemplate.TryParse(template, out var parsed, out var problem));
        Assert.Null(parsed);
        Assert.Equal((offset, found), (problem?.Offset, problem?.Found));
        Assert.NotEmpty(problem?.Expected ?? "");
    }

    [Fact]
    public void TryParse_ForeignCharacter_TellsItsEncoding()
    {
        Assert.False(UrlTemplate.TryParse("/straße", out _, out var problem));
        Assert.Contains("%C3%9F", problem?.Expected);
    }

    [Fact]
    public void Variables_SayWhereTheyStand()
    {
        var template = Parse("/c/{customer.region.id}{;v}{/tags*}?q={q}{&customer.name,id:3}");
        Assert.Equal(["customer", "v", "tags", "q", "id"], template.Names);
        Assert.Equal(
            [
                ("customer.region.id", TemplatePosition.Path), ("v", TemplatePosition.Path), ("tags", TemplatePosition.Path),
                ("q", TemplatePosition.Query), ("customer.name", TemplatePosition.Query), ("id", TemplatePosition.Query),
            ],
            template.Variables.Select(variable => (variable.Path, variable.Position)));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/a/", "/a/")]
    [InlineData("/a?", "/a?")]
    [InlineData("/a%20b/%41?c=/?:@", "/a%20b/%41?c=/?:@")]
    [InlineData("/.well-known/...", "/.well-known/...")]
    public void Expand_LiteralText_IsKept(string template, string expected) => Assert.Equal(expected, Expand(template));

    [Theory]
    [InlineData("/a/{x}", "..")]
    [InlineData("/a/{x}", ".")]
    [InlineData("/a/{x}", "")]
    [InlineData("/a/{x}/b", "")]
    [InlineData("/a/{x}{x}", ".")]
    [InlineData("/a/.{x}", "")]
    [InlineData("/a/.{x}", ".")]
    [InlineData("/a/%2e{x}", ".")]
    [InlineData("/a/{x:1}", "..")]
    [InlineData("/a/{x:2}", "..secret")]
    [InlineData("/a/{x}{;y}", "..")]
    [InlineData("/a{/x}", "..")]
    [InlineData("/a{/x*}", "")]
    [InlineData("/a/{.x}", "")]
    [InlineData("/a/{.x}", ".")]
    public void Expand_ValueThatMakesAnEmptyOrDottedSegment_IsRefused(string template, string value) =>
        Assert.Equal("x", Assert.IsType<TemplateOutcome.Refused>(ExpandTo(template, ("x", [value]), ("y", ["1"]))).Name);

    [Theory]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("..\\..", "..%5C..")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...", "...")]
    [InlineData("a?b#c@d", "a%3Fb%23c%40d")]
    [InlineData("a&b=c;d", "a%26b%3Dc%3Bd")]
    [InlineData("\r\nHost: x", "%0D%0AHost%3A%20x")]
    [InlineData("\0", "%00")]
    [InlineData("😀\u2028", "%F0%9F%98%80%E2%80%A8")]
    public void Expand_HostileText_IsEncodedWithinItsPlace(string value, string encoded)
    {
        Assert.Equal($"/a/{encoded}/b", Expand("/a/{x}/b", ("x", [value])));
        Assert.Equal($"/a?x={encoded}", Expand("/a{?x}", ("x", [value])));
        Assert.Equal($"/a/{encoded}/{encoded}", Expand("/a{/x*}", ("x", [value, value])));
    }

    [Fact]
    public void Expand_HalfOfASurrogatePair_BecomesTheReplacementCharacter() =>
        Assert.Equal("/a%EF%BF%BDb", Expand("/{x}", ("x", ["a\uD83Db"])));

    [Theory]
    [InlineData("a", "..", "b")]
    [InlineData("a", ".", "b")]
    [InlineData("a", "b", "")]
    [InlineData("", "a", "b")]
    public void Expand_ListWithADottedOrEmptyElement_IsRefused(params string[] elements) =>
        Assert.IsType<TemplateOutcome.Refused>(ExpandTo("/a{/x*}", ("x", elements)));

    [Fact]
    public void Expand_ExplodedList_AddsOneSegmentPerElement()
    {
        Assert.Equal("/a/b", Expand("/a{/x*}/b", ("x", [])));
        Assert.Equal("/a/1/b", Expand("/a{/x*}/b", ("x", ["1"])));
        Assert.Equal("/a/1/2/b", Expand("/a{/x*}/b", ("x", ["1", "2"])));
        Assert.Equal("/a/1/2.json", Expand("/a{/x*}.json", ("x", ["1", "2"])));
    }

    [Theory]
    [InlineData("/a{/x*}.json")]
    [InlineData("/a{/x*}{y}")]
    [InlineData("/a{/x};v")]
    [InlineData("/a{/x}/b")]
    public void Expand_EmptyListThatOtherTextNeeds_IsRefused_ForTheSegmentsWouldChange(string template) =>
        Assert.Equal("x", Assert.IsType<TemplateOutcome.Refused>(ExpandTo(template, ("x", []), ("y", ["1"]))).Name);

    [Theory]
    [InlineData("/a{?x}{&y}", "/a?y=1")]
    [InlineData("/a{?x}&fixed=1", "/a?fixed=1")]
    [InlineData("/a{?x}fixed", "/a?fixed")]
    [InlineData("/a{?x}", "/a")]
    [InlineData("/a{?x,y}", "/a?y=1")]
    [InlineData("/a?z=0{&x,y}", "/a?z=0&y=1")]
    [InlineData("/a?x={x}", "/a?x=")]
    public void Expand_AbsentQueryValue_IsLeftOut_AndTheQueryStaysOne(string template, string expected) =>
        Assert.Equal(expected, Expand(template, ("y", ["1"])));

    [Fact]
    public void Expand_PrefixCountsCodePoints() => Assert.Equal("/%F0%9F%98%80b", Expand("/{x:2}", ("x", ["😀bc"])));

    [Fact]
    public void Expand_VeryLongValue_IsWhole() =>
        Assert.Equal("/" + string.Concat(Enumerable.Repeat("%2F", 100_000)), Expand("/{x}", ("x", [new string('/', 100_000)])));

    [Fact]
    public void CheckSegments_KnownNames_AreCheckedEarly()
    {
        var template = Parse("/{id}/{customer.id}{id}{/tags*}{?id}");
        var outcome = template.CheckSegments(name => name != "customer", Lookup([("id", ["7"]), ("tags", ["a", ".."])]));
        Assert.Equal("tags", outcome?.Name);
        Assert.Null(template.CheckSegments(name => name == "id", Lookup([("id", ["7"])])));
        Assert.Equal("id", template.CheckSegments(name => name == "id", Lookup([("id", [".."])]))?.Name);
        Assert.Null(template.CheckSegments(_ => true, Lookup([])));
        Assert.Null(template.CheckSegments(_ => false, _ => throw new InvalidOperationException("asked for a value that is not known")));
    }

    private static string Expand(string template, params (string Path, string[] Texts)[] values) =>
        Assert.IsType<TemplateOutcome.Expanded>(ExpandTo(template, values)).PathAndQuery;

    private static TemplateOutcome ExpandTo(string template, params (string Path, string[] Texts)[] values) =>
        Parse(template).Expand(Lookup(values));

    /// <summary>One text is a text, any other number of them a list.</summary>
    private static Func<TemplateVariable, TemplateValue> Lookup((string Path, string[] Texts)[] values) => variable =>
        values.Where(value => value.Path == variable.Path).Select(value => value.Texts).FirstOrDefault() switch
        {
            null => TemplateValue.Undefined,
            [var text] => TemplateValue.Of(text),
            var elements => TemplateValue.Of([.. elements]),
        };

    private static UrlTemplate Parse(string text) =>
        UrlTemplate.TryParse(text, out var template, out var problem) && template is not null
            ? template
            : throw new ArgumentException($"{problem}");
}
