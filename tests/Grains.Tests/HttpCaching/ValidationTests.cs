using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("strong tag", "ETag: \"a\"", "\"a\"", null)]
    [InlineData("weak tag", "ETag: W/\"a\"", "W/\"a\"", null)]
    [InlineData("unquoted tag goes back as it came", "ETag: abc", "abc", null)]
    [InlineData("date, letter by letter", "Last-Modified: Sunday, 06-Nov-94 08:49:37 GMT", null, "Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("both", "ETag: \"a\"|Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT", "\"a\"", "Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("invalid date", "Last-Modified: yesterday", null, null)]
    [InlineData("two tags", "ETag: \"a\"|ETag: \"b\"", null, null)]
    [InlineData("nothing", "", null, null)]
    public void The_upstream_is_asked_by_the_stored_validators(string id, string fields, string? tag, string? date)
    {
        var asked = Fields("A: 1|If-None-Match: \"client\"|If-Modified-Since: x|Range: bytes=0-1|If-Range: \"z\"");
        var sent = ConditionalRequest.Build(asked, Stored(fields), []);
        Rule.Holds(id, "9111 §4.3.1", tag, sent.Combined("If-None-Match"));
        Rule.Holds(id, "9111 §4.3.1", date, sent.Combined("If-Modified-Since"));
        Rule.Holds(id, "9111 §4.3.1", ("1", false), (sent.First("A"), sent.Contains("Range") || sent.Contains("If-Range")));
    }

    [Fact]
    public void Other_variants_tags_are_offered_too_each_once_and_not_without_end()
    {
        var others = Enumerable.Range(0, 40).Select(i => Stored($"ETag: \"{i}\"")).Append(Stored("ETag: \"0\"")).ToList();
        string tags = ConditionalRequest.Build(Fields(""), null, others).Combined("If-None-Match") ?? "";
        Assert.Equal(ConditionalRequest.MostTags, tags.Split(',').Length);
        Assert.StartsWith("\"0\", \"1\"", tags, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new value", "A: 1", "A: 2", "A", "2")]
    [InlineData("left out", "A: 1", "", "A", "1")]
    [InlineData("added", "", "B: 1", "B", "1")]
    [InlineData("lines replaced as a whole", "A: 1|A: 2", "A: 3", "A", "3")]
    [InlineData("lines replaced by several", "A: 1", "A: 2|A: 3", "A", "2, 3")]
    [InlineData("Set-Cookie", "Set-Cookie: a=b", "Set-Cookie: a=c", "Set-Cookie", "a=c")]
    [InlineData("Content-Type", "Content-Type: a/b", "Content-Type: a/c", "Content-Type", "a/c")]
    [InlineData("Content-Encoding", "Content-Encoding: gzip", "Content-Encoding: br", "Content-Encoding", "br")]
    [InlineData("Cache-Control", "Cache-Control: max-age=1", "Cache-Control: max-age=3600", "Cache-Control", "max-age=3600")]
    [InlineData("Content-Length stays", "Content-Length: 10", "Content-Length: 5", "Content-Length", "10")]
    [InlineData("hop by hop stays out", "", "Keep-Alive: 5", "Keep-Alive", null)]
    [InlineData("named in Connection stays out", "A: 1", "A: 2|Connection: a", "A", "1")]
    [InlineData("Age without a new one goes", "Age: 50", "", "Age", null)]
    [InlineData("Age with a new one", "Age: 50", "Age: 7", "Age", "7")]
    [InlineData("Date without a new one is now", "Date: @-50", "", "Date", "Tue, 24 Nov 2026 12:01:40 GMT")]
    public void A_304_brings_its_fields(string id, string stored, string news, string name, string? expected)
    {
        var before = Stored("ETag: \"a\"|" + stored);
        var freshened = Assert.Single(Freshening.ByNotModified(Request(), Head("ETag: \"a\"|" + news, 304), [before], After(100), After(100)));
        Rule.Holds(id, "9111 §3.2", expected, freshened.After.Head.Fields.Combined(name));
        Rule.Holds(id, "9111 §3.2", (200, before.Body), (freshened.After.Head.Status, freshened.After.Body));
    }

    [Fact]
    public void A_decoded_body_keeps_the_fields_it_depends_on()
    {
        var stored = StoredResponse.Of(Request(), Response("ETag: \"a\"") with { Decoded = true });
        var freshened = Assert.Single(
            Freshening.ByNotModified(Request(), Head("ETag: \"a\"|Content-Encoding: gzip|A: 1", 304), [stored], Noon, Noon));
        Assert.False(freshened.After.Head.Fields.Contains("Content-Encoding"));
        Assert.Equal("1", freshened.After.Head.Fields.First("A"));
    }

    [Fact]
    public void A_304_begins_a_new_life()
    {
        var stored = Stored("Cache-Control: max-age=2|ETag: \"a\"|Date: @0|Age: 1");
        Assert.IsType<ReuseDecision.MustRevalidate>(Reuse.Decide(Request(), [stored], Shared, After(3)));
        var after = Freshening.ByNotModified(Request(), Head("ETag: \"a\"|Date: @3", 304), [stored], After(3), After(3))[0].After;
        Assert.IsType<ReuseDecision.Fresh>(Reuse.Decide(Request(), [after], Shared, After(4)));
        Assert.Equal(Seconds(1), Freshness.Age(after, After(4)));
    }

    [Theory]
    [InlineData("same strong tag", "ETag: \"a\"", "ETag: \"a\"", true)]
    [InlineData("same weak tag", "ETag: W/\"a\"", "ETag: W/\"a\"", true)]
    [InlineData("weak for strong", "ETag: \"a\"", "ETag: W/\"a\"", true)]
    [InlineData("strong for weak", "ETag: W/\"a\"", "ETag: \"a\"", false)]
    [InlineData("other tag", "ETag: \"a\"", "ETag: \"b\"", false)]
    [InlineData("same unquoted tag", "ETag: abc", "ETag: abc", true)]
    [InlineData("same date", "Last-Modified: @-50", "Last-Modified: @-50", true)]
    [InlineData("other date", "Last-Modified: @-50", "Last-Modified: @-40", false)]
    [InlineData("no validator, one asked about", "ETag: \"a\"", "", true)]
    public void A_304_confirms_what_it_names(string id, string stored, string news, bool confirmed) => Rule.Holds(
        id, "9111 §4.3.4", confirmed ? 1 : 0, Freshening.ByNotModified(Request(), Head(news, 304), [Stored(stored)], Noon, Noon).Length);

    [Fact]
    public void A_304_without_a_validator_for_several_confirms_none() => Assert.Empty(
        Freshening.ByNotModified(Request(), Head("", 304), [Stored("ETag: \"a\""), Stored("ETag: \"b\"")], Noon, Noon));

    [Fact]
    public void A_strong_tag_confirms_all_that_have_it_and_a_weak_one_the_most_recent()
    {
        StoredResponse[] strong = [Stored("ETag: \"a\"|Date: @-9"), Stored("ETag: \"a\"|Date: @-5"), Stored("ETag: \"b\"")];
        Assert.Equal(2, Freshening.ByNotModified(Request(), Head("ETag: \"a\"", 304), strong, Noon, Noon).Length);
        StoredResponse[] weak = [Stored("ETag: W/\"a\"|Date: @-9"), Stored("ETag: W/\"a\"|Date: @-5")];
        Assert.Same(weak[1], Assert.Single(Freshening.ByNotModified(Request(), Head("ETag: W/\"a\"", 304), weak, Noon, Noon)).Before);
    }

    [Fact]
    public void Another_variants_confirmation_serves_the_request_that_brought_it()
    {
        var stored = Stored("Cache-Control: max-age=60|ETag: \"a\"|Vary: Abc", requestFields: "Abc: 123");
        var request = Request("Abc: 456");
        Assert.Equal("\"a\"", ConditionalRequest.Build(request.Fields, null, [stored]).First("If-None-Match"));
        var after = Freshening.ByNotModified(request, Head("ETag: \"a\"", 304), [stored], After(5), After(5))[0].After;
        Assert.Same(after, Reuse.Choose(Request("Abc: 123"), [after], Shared));
        Assert.NotNull(Reuse.Choose(request, [after.For(request)], Shared));
    }

    [Fact]
    public void A_304_that_changes_vary_selects_by_the_new_fields()
    {
        var stored = Stored("Cache-Control: max-age=60|ETag: \"a\"");
        var request = Request("Cookie: mine");
        var after = Freshening.ByNotModified(request, Head("ETag: \"a\"|Vary: Cookie", 304), [stored], Noon, Noon)[0].After;
        Assert.NotNull(Reuse.Choose(request, [after], Shared));
        Assert.Null(Reuse.Choose(Request("Cookie: yours"), [after], Shared));
        var star = Freshening.ByNotModified(request, Head("ETag: \"a\"|Vary: *", 304), [stored], Noon, Noon)[0].After;
        Assert.Null(Reuse.Choose(request, [star], Shared));
    }

    [Theory]
    [InlineData("nothing against it", "ETag: \"a\"", "Cache-Control: max-age=1000", true)]
    [InlineData("same tag and length", "ETag: \"a\"", "ETag: \"a\"|Content-Length: 10", true)]
    [InlineData("other tag", "ETag: \"a\"", "ETag: \"b\"", false)]
    [InlineData("tag where there was none", "", "ETag: \"b\"", false)]
    [InlineData("other date", "Last-Modified: @-50", "Last-Modified: @-40", false)]
    [InlineData("other length", "ETag: \"a\"", "ETag: \"a\"|Content-Length: 11", false)]
    public void A_HEAD_updates_what_it_agrees_with(string id, string stored, string head, bool updated)
    {
        var after = Freshening.ByHead(Request(method: "HEAD"), Head(head + "|A: 2"), Stored("A: 1|" + stored), After(9), After(9));
        Rule.Holds(id, "9111 §4.3.5", updated ? "2" : null, after?.Head.Fields.First("A"));
    }
}
