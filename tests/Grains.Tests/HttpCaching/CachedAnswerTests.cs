using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class CachedAnswerTests
{
    [Theory]
    [InlineData("same tag", "If-None-Match: \"a\"", "ETag: \"a\"", 304)]
    [InlineData("same weak tag", "If-None-Match: W/\"a\"", "ETag: W/\"a\"", 304)]
    [InlineData("weak for strong", "If-None-Match: W/\"a\"", "ETag: \"a\"", 304)]
    [InlineData("beyond ASCII", "If-None-Match: \"abcdef\u00fc\"", "ETag: \"abcdef\u00fc\"", 304)]
    [InlineData("one of several", "If-None-Match: \"x\", \"a\", \"y\"", "ETag: \"a\"", 304)]
    [InlineData("one of several lines", "If-None-Match: \"x\"|If-None-Match: \"a\"", "ETag: \"a\"", 304)]
    [InlineData("any", "If-None-Match: *", "", 304)]
    [InlineData("other tag", "If-None-Match: \"b\"", "ETag: \"a\"", 200)]
    [InlineData("unquoted", "If-None-Match: a", "ETag: \"a\"", 200)]
    [InlineData("other tag, same date", "If-None-Match: \"b\"|If-Modified-Since: @-50", "ETag: \"a\"|Last-Modified: @-50", 200)]
    [InlineData("same tag, earlier date", "If-None-Match: \"a\"|If-Modified-Since: @-99", "ETag: \"a\"|Last-Modified: @-50", 304)]
    [InlineData("same date", "If-Modified-Since: @-50", "Last-Modified: @-50", 304)]
    [InlineData("later date", "If-Modified-Since: @-20", "Last-Modified: @-50", 304)]
    [InlineData("earlier date", "If-Modified-Since: @-60", "Last-Modified: @-50", 200)]
    [InlineData("no date stored, later than Date", "If-Modified-Since: @10", "Date: @0", 304)]
    [InlineData("no date stored, earlier than Date", "If-Modified-Since: @-3000", "Date: @0", 200)]
    [InlineData("invalid date", "If-Modified-Since: now", "Last-Modified: @-50", 200)]
    [InlineData("for origins only", "If-Match: \"x\"|If-Unmodified-Since: @-99", "ETag: \"a\"", 200)]
    public void Conditions_are_answered_from_the_store(string id, string asked, string fields, int status)
    {
        var answer = CachedAnswer.FromStore(Request(asked), Stored(fields), After(5));
        Rule.Holds(id, "9111 §4.3.2", (status, status == 304 ? "" : "0123456789"), (answer.Status, Body(answer)));
        Rule.Holds(id, "9111 §5.1", "5", answer.Fields.Combined("Age"));
    }

    [Fact]
    public void A_304_of_ours_tells_what_its_receiver_needs()
    {
        var stored = Stored(
            "ETag: \"a\"|Date: @0|Vary: Foo|Cache-Control: max-age=9|Expires: @9|Content-Location: /x|Access-Control-Allow-Origin: *"
            + "|Content-Type: a/b|Content-Length: 10|Content-Encoding: br|Content-Language: en|Last-Modified: @-9");
        var answer = CachedAnswer.FromStore(Request("If-None-Match: \"a\""), stored, Noon);
        Assert.Equal(
            ["ETag", "Date", "Vary", "Cache-Control", "Expires", "Content-Location", "Access-Control-Allow-Origin", "Age"],
            answer.Fields.Select(line => line.Name));
    }

    [Fact]
    public void Conditions_mean_nothing_for_what_is_no_success() => Assert.Equal(
        404, CachedAnswer.FromStore(Request("If-None-Match: \"a\""), Stored("ETag: \"a\"", 404), Noon).Status);

    [Theory]
    [InlineData("first two", "Range: bytes=0-1", "", 206, "01", "bytes 0-1/10")]
    [InlineData("to the end", "Range: bytes=7-", "", 206, "789", "bytes 7-9/10")]
    [InlineData("suffix", "Range: bytes=-1", "", 206, "9", "bytes 9-9/10")]
    [InlineData("past the end", "Range: bytes=10-", "", 416, "", "bytes */10")]
    [InlineData("several", "Range: bytes=0-1,3-4", "", 200, "0123456789", null)]
    [InlineData("other unit", "Range: lines=0-1", "", 200, "0123456789", null)]
    [InlineData("If-Range same tag", "Range: bytes=0-1|If-Range: \"a\"", "ETag: \"a\"", 206, "01", "bytes 0-1/10")]
    [InlineData("If-Range other tag", "Range: bytes=0-1|If-Range: \"b\"", "ETag: \"a\"", 200, "0123456789", null)]
    [InlineData("If-Range weak tag", "Range: bytes=0-1|If-Range: W/\"a\"", "ETag: W/\"a\"", 200, "0123456789", null)]
    [InlineData("If-Range same date", "Range: bytes=0-1|If-Range: @-90", "Last-Modified: @-90|Date: @0", 206, "01", "bytes 0-1/10")]
    [InlineData("If-Range later date", "Range: bytes=0-1|If-Range: @-80", "Last-Modified: @-90|Date: @0", 200, "0123456789", null)]
    [InlineData("If-Range weak date", "Range: bytes=0-1|If-Range: @0", "Last-Modified: @0|Date: @0", 200, "0123456789", null)]
    [InlineData("If-Range nonsense", "Range: bytes=0-1|If-Range: x", "ETag: \"a\"", 200, "0123456789", null)]
    [InlineData("known already", "Range: bytes=0-1|If-None-Match: \"a\"", "ETag: \"a\"", 304, "", null)]
    public void Ranges_are_cut_from_a_whole_response(string id, string asked, string fields, int status, string body, string? range)
    {
        var answer = CachedAnswer.FromStore(Request(asked), Stored("X: 1|Content-Length: 10|" + fields), Noon);
        Rule.Holds(id, "9110 §14.2", (status, body, range), (answer.Status, Body(answer), answer.Fields.Combined("Content-Range")));
        Rule.Holds(id, "9110 §15.3.7", "1", answer.Fields.First("X"));
        if (status != 304)
            Rule.Holds(id, "9110 §8.6", $"{body.Length}", answer.Fields.Combined("Content-Length"));
    }

    [Fact]
    public void A_range_is_for_GET_and_for_200_only()
    {
        Assert.Equal(404, CachedAnswer.FromStore(Request("Range: bytes=0-1"), Stored("", 404), Noon).Status);
        Assert.Equal(200, CachedAnswer.FromStore(Request("Range: bytes=0-1", "HEAD"), Stored(""), Noon).Status);
        Assert.Equal(200, CachedAnswer.FromStore(Request("Range: bytes=0-1"), Stored("Content-Range: odd"), Noon).Status);
    }

    [Fact]
    public void HEAD_is_answered_from_a_GET()
    {
        var answer = CachedAnswer.FromStore(Request(method: "HEAD"), Stored("Content-Length: 10|A: 1"), Noon);
        Assert.Equal((200, 0, "10"), (answer.Status, answer.Body.Length, answer.Fields.First("Content-Length")));
        Assert.Equal(304, CachedAnswer.FromStore(Request("If-None-Match: \"a\"", "HEAD"), Stored("ETag: \"a\""), Noon).Status);
    }

    [Fact]
    public void Fields_come_back_as_they_were_stored_but_for_one_age()
    {
        var stored = Stored("Date: foo|Expires: 0|Age: 30|Age: 40|Set-Cookie: a=b|set-cookie: c=d|X: \u00e4");
        var answer = CachedAnswer.FromStore(Request(), stored, After(2.9));
        Assert.Equal(
            "Date: foo|Expires: 0|Age: 32|Set-Cookie: a=b|set-cookie: c=d|X: \u00e4",
            string.Join("|", answer.Fields.Select(line => $"{line.Name}: {line.Value}")));
    }

    [Fact]
    public void A_part_that_the_upstream_cut_goes_on_as_it_came() => Assert.Equal(
        206, CachedAnswer.FromUpstream(Request("Range: bytes=0-9|If-None-Match: *"), Stored("Content-Range: bytes 0-9/20", 206)).Status);

    [Fact]
    public void What_has_just_come_goes_on_as_it_came()
    {
        var received = Stored("Date: @0|Age: 30|Age: 40|Expires: 0");
        Assert.Equal(received.Head.Fields, CachedAnswer.FromUpstream(Request(), received).Fields);
        Assert.Equal(206, CachedAnswer.FromUpstream(Request("Range: bytes=0-1"), received).Status);
    }
}
