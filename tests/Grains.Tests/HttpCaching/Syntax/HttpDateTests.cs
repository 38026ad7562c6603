using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Syntax;

public sealed class HttpDateTests
{
    private static readonly DateTimeOffset Now = Exchange.Noon.Wall;

    [Theory]
    [InlineData("fixdate", "9110 §5.6.7", "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("rfc850", "9110 §5.6.7", "Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37")]
    [InlineData("asctime", "9110 §5.6.7", "Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37")]
    [InlineData("asctime two digits", "9110 §5.6.7", "Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37")]
    [InlineData("wrong weekday", "9110 §5.6.7", "Thu Aug  8 02:01:18 2050", "2050-08-08T02:01:18")]
    [InlineData("case of weekday", "9110 §5.6.7", "THU, 18 Aug 2050 02:01:18 GMT", "2050-08-18T02:01:18")]
    [InlineData("case of month", "9110 §5.6.7", "Thu, 18 AUG 2050 02:01:18 GMT", "2050-08-18T02:01:18")]
    [InlineData("case of zone", "9110 §5.6.7", "Thu, 18 Aug 2050 02:01:18 gMT", "2050-08-18T02:01:18")]
    [InlineData("two-digit year ahead", "9110 §5.6.7", "Thursday, 18-Aug-50 02:01:18 GMT", "2050-08-18T02:01:18")]
    [InlineData("two-digit year 50 ahead", "9110 §5.6.7", "Friday, 01-Nov-76 00:00:00 GMT", "2076-11-01T00:00:00")]
    [InlineData("two-digit year beyond 50", "9110 §5.6.7", "Friday, 01-Jan-77 00:00:00 GMT", "1977-01-01T00:00:00")]
    [InlineData("two-digit year of this", "9110 §5.6.7", "Friday, 01-Jan-26 00:00:00 GMT", "2026-01-01T00:00:00")]
    [InlineData("leap second", "9110 §5.6.7", "Thu, 30 Jun 2016 23:59:60 GMT", "2016-07-01T00:00:00")]
    [InlineData("leap day", "9110 §5.6.7", "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00")]
    [InlineData("far future", "9110 §5.6.7", "Sun, 21 Nov 2286 04:46:39 GMT", "2286-11-21T04:46:39")]
    public void A_date_in_one_of_the_three_forms_is_read(string id, string section, string text, string expected)
    {
        Rule.Holds(id, section, true, HttpDate.TryParse(text, Now, out var value));
        Rule.Holds(id, section, expected, value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", null));
    }

    [Theory]
    [InlineData("UTC", "Thu, 18 Aug 2050 02:01:18 UTC")]
    [InlineData("AEST", "Thu, 18 Aug 2050 02:01:18 AEST")]
    [InlineData("offset", "Thu, 18 Aug 2050 02:01:18 +0000")]
    [InlineData("no zone", "Thu, 18 Aug 2050 02:01:18")]
    [InlineData("two-digit year", "Thu, 18 Aug 50 02:01:18 GMT")]
    [InlineData("no comma", "Thu 18 Aug 2050 02:01:18 GMT")]
    [InlineData("several spaces", "Thu, 18  Aug  2050 02:01:18 GMT")]
    [InlineData("dashes", "Thu, 18-Aug-2050 02:01:18 GMT")]
    [InlineData("periods", "Thu, 18 Aug 2050 02.01.18 GMT")]
    [InlineData("one-digit hour", "Thu, 18 Aug 2050 2:01:18 GMT")]
    [InlineData("one-digit day", "Thu, 8 Aug 2050 02:01:18 GMT")]
    [InlineData("long weekday", "Thursday, 18 Aug 2050 02:01:18 GMT")]
    [InlineData("short weekday in RFC 850", "Thu, 18-Aug-50 02:01:18 GMT")]
    [InlineData("no weekday of that name", "Xyz, 18 Aug 2050 02:01:18 GMT")]
    [InlineData("no month of that name", "Thu, 18 Xyz 2050 02:01:18 GMT")]
    [InlineData("day 0", "Thu, 00 Aug 2050 02:01:18 GMT")]
    [InlineData("day 32", "Thu, 32 Aug 2050 02:01:18 GMT")]
    [InlineData("29 February", "Thu, 29 Feb 2023 02:01:18 GMT")]
    [InlineData("hour 24", "Thu, 18 Aug 2050 24:00:00 GMT")]
    [InlineData("minute 60", "Thu, 18 Aug 2050 23:60:00 GMT")]
    [InlineData("second 61", "Thu, 18 Aug 2050 23:59:61 GMT")]
    [InlineData("year 0", "Thu, 18 Aug 0000 02:01:18 GMT")]
    [InlineData("space before", " Thu, 18 Aug 2050 02:01:18 GMT")]
    [InlineData("more behind", "Thu, 18 Aug 2050 02:01:18 GMT;")]
    [InlineData("ISO 8601", "2050-08-18T02:01:18Z")]
    [InlineData("number", "0")]
    [InlineData("negative", "-1")]
    [InlineData("empty", "")]
    [InlineData("comma only", ",")]
    public void Anything_else_is_no_date(string id, string text) =>
        Rule.Holds(id, "9110 §5.6.7", false, HttpDate.TryParse(text, Now, out _));

    [Fact]
    public void A_field_on_several_lines_is_no_date() =>
        Assert.Null(HttpDate.Of(Exchange.Fields("Expires: @10|Expires: @10"), "Expires", Now));

    [Fact]
    public void A_date_is_written_as_it_is_preferred() =>
        Assert.Equal("Tue, 24 Nov 2026 12:00:00 GMT", HttpDate.Format(Now));
}
