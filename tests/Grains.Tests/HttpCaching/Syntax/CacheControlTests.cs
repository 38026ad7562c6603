using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Syntax;

public sealed class CacheControlTests
{
    [Theory]
    [InlineData("plain", "max-age=3600", 3600d)]
    [InlineData("any case", "MaX-aGe=3600", 3600d)]
    [InlineData("after an extension", "foobar, max-age=3600", 3600d)]
    [InlineData("after empty members", ", ,max-age=3600,", 3600d)]
    [InlineData("leading zeros", "max-age=003600", 3600d)]
    [InlineData("quoted", "max-age=\"3600\"", 3600d)]
    [InlineData("escaped in quotes", "max-age=\"36\\00\"", 3600d)]
    [InlineData("2^31 - 1", "max-age=2147483647", 2147483647d)]
    [InlineData("2^31", "max-age=2147483648", 2147483648d)]
    [InlineData("more than 2^31", "max-age=2147483649", 2147483648d)]
    [InlineData("eleven digits", "max-age=99999999999", 2147483648d)]
    [InlineData("beyond 64 bits", "max-age=999999999999999999999999999", 2147483648d)]
    [InlineData("zero", "max-age=0", 0d)]
    [InlineData("negative", "max-age=-3600", 0d)]
    [InlineData("single quotes", "max-age='3600'", 0d)]
    [InlineData("fraction", "max-age=3600.0", 0d)]
    [InlineData("letter before", "max-age=a3600", 0d)]
    [InlineData("letter behind", "max-age=3600a", 0d)]
    [InlineData("without a number", "max-age", 0d)]
    [InlineData("twice the same", "max-age=60, max-age=60", 60d)]
    [InlineData("twice, differing", "max-age=60, max-age=61", 0d)]
    [InlineData("inside another's quotes", "extension=\"max-age=3600\", max-age=1", 1d)]
    [InlineData("inside another's quotes behind", "max-age=1, extension=\"max-age=3600\"", 1d)]
    [InlineData("inside quotes only", "extension=\"a, max-age=3600\"", null)]
    [InlineData("behind an escaped quote", "extension=\"\\\", max-age=3600\"", null)]
    [InlineData("part of a name", "x-max-age=3600", null)]
    public void A_lifetime_is_read_against_its_sender(string id, string line, double? seconds)
    {
        var field = CacheControl.Parse([line]);
        Rule.Holds(id, "9111 §5.2", false, field.Malformed);
        Rule.Holds(id, "9111 §4.2.1", seconds, field.Lifetime("max-age")?.TotalSeconds);
    }

    [Theory]
    [InlineData("space before equals", "max-age =3600")]
    [InlineData("space behind equals", "max-age= 3600")]
    [InlineData("nothing behind equals", "max-age=")]
    [InlineData("nothing before equals", "=3600")]
    [InlineData("open quotes", "private=\"a")]
    [InlineData("open escape", "private=\"a\\")]
    [InlineData("more behind quotes", "private=\"a\"b")]
    [InlineData("semicolon", "private;")]
    [InlineData("semicolon between", "max-age=60; private")]
    [InlineData("space between", "public max-age=60")]
    [InlineData("quoted name", "\"no-store\"")]
    [InlineData("control in quotes", "private=\"a\u0001\"")]
    [InlineData("beyond ASCII", "m\u00e4x-age=60")]
    [InlineData("brackets", "(no-store)")]
    public void What_breaks_the_grammar_says_so(string id, string line) =>
        Rule.Holds(id, "9111 §5.2", true, CacheControl.Parse([line]).Malformed);

    [Fact]
    public void One_malformed_line_spoils_the_field_and_the_others_are_still_read()
    {
        var field = CacheControl.Parse(["max-age=60", "foo;bar", "no-store"]);
        Assert.True(field.Malformed);
        Assert.True(field.Has("no-store"));
    }

    [Fact]
    public void Quotes_do_not_span_lines() => Assert.True(CacheControl.Parse(["a=\"b", "c\""]).Malformed);

    [Theory]
    [InlineData("plain", "stale-if-error=60", 60d)]
    [InlineData("no number", "stale-if-error=soon", null)]
    [InlineData("none", "stale-if-error", null)]
    [InlineData("least of two", "stale-if-error=60, stale-if-error=30", 30d)]
    [InlineData("absent", "max-age=60", null)]
    public void An_allowance_that_cannot_be_read_allows_nothing(string id, string line, double? seconds) =>
        Rule.Holds(id, "5861 §4", seconds, CacheControl.Parse([line]).Allowance("stale-if-error")?.TotalSeconds);
}
