using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;
using CsCheck;

namespace Aggregator.Tests.HttpCaching;

public sealed class ParserFuzzTests
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        Gen.OneOf(
            "max-age", "=", ",", ";", "\"", "\\", " ", "\t", "W/", "*", "bytes=", "-", "0", "99999999999999999999", "private", "no-store",
            "Thu, 18 Aug 2050 02:01:18 GMT", "Thursday, 18-Aug-50 02:01:18 GMT", "Thu Aug  8 02:01:18 2050", "?1", ":aGk=:", "@1", "%\"",
            "(", ")", ".", "\0", "\u00ff"),
        Gen.String[Gen.Char['\0', '\u00ff'], 0, 6]);

    private static readonly Gen<string> Line = Fragment.Array[0, 8].Select(string.Concat);

    private static readonly string[] Names =
        ["Cache-Control", "CDN-Cache-Control", "Vary", "ETag", "Date", "Expires", "Age", "Last-Modified", "Connection",
         "Content-Length", "Location", "Content-Location", "Pragma", "If-None-Match", "If-Modified-Since", "If-Range", "Range",
         "Accept", "Accept-Language", "Authorization", "Content-Range"];

    private static readonly Gen<HeaderFields> Section =
        Gen.Select(Gen.OneOf(Names), Line, (name, value) => new HeaderLine(name, value)).Array[0, 10].Select(HeaderFields.Of);

    [Fact]
    public void No_line_makes_a_parser_throw() => Line.Sample(line =>
    {
        CacheControl.Parse([line]).Lifetime("max-age");
        _ = HttpDate.TryParse(line, Exchange.Noon.Wall, out _);
        _ = EntityTag.TryParse(line, out _);
        _ = EntityTagList.TryParse([line, line], out _);
        _ = StructuredDictionary.TryParse([line], out _);
        _ = DeltaSeconds.TryParse(line, out _);
        if (ByteRange.TryParse([line], out var range) && range.TryResolve(10, out long start, out long count))
            Assert.True(start >= 0 && count > 0 && start + count <= 10);
    }, iter: 20_000);

    [Fact]
    public void No_exchange_makes_a_decision_throw_and_no_answer_is_longer_than_the_body() =>
        Gen.Select(Section, Section, Section, Gen.Int[100, 999]).Sample((asked, answered, confirmed, status) =>
        {
            var request = new CacheRequest { Method = "GET", Uri = Exchange.Target, Fields = asked };
            var response = Exchange.Response("", status) with { Head = new(status, answered) };
            foreach (var policy in (CachePolicy[])[Exchange.Shared, Exchange.Private])
            {
                Storability.Decide(request, response, policy);
                var stored = StoredResponse.Of(request, response);
                var decision = Reuse.Decide(request, [stored], policy, Exchange.After(5));
                CacheStatus.Of(decision).AppendTo(answered);
                StaleIfError.Decide(request, stored, UpstreamFailure.NoAnswer, policy, Exchange.After(5));
                ConditionalRequest.Build(asked, stored, [stored]);
                Freshening.ByNotModified(request, new(304, confirmed), [stored], Exchange.Noon, Exchange.Noon);
                Freshening.ByHead(request, new(200, confirmed), stored, Exchange.Noon, Exchange.Noon);
                Invalidation.Uris(request with { Method = "POST" }, response.Head);
                Assert.True(Freshness.Age(stored, Exchange.Noon) >= TimeSpan.Zero);
                Assert.True(CachedAnswer.FromStore(request, stored, Exchange.After(5)).Body.Length <= stored.Body.Length);
            }
        }, iter: 5_000);
}
