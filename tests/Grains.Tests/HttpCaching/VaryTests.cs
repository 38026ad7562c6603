using Aggregator.HttpCaching;
using static Aggregator.Tests.HttpCaching.Exchange;

namespace Aggregator.Tests.HttpCaching;

public sealed class VaryTests
{
    [Theory]
    [InlineData("same", "Foo", "Foo: 1", "Foo: 1", true)]
    [InlineData("other", "Foo", "Foo: 1", "Foo: 2", false)]
    [InlineData("absent in the stored one", "Foo", "", "Foo: 1", false)]
    [InlineData("absent in the new one", "Foo", "Foo: 1", "", false)]
    [InlineData("empty is not absent", "Foo", "Foo:", "", false)]
    [InlineData("absent in both", "Foo, Bar, Baz", "Foo: 1|Baz: 3", "Foo: 1|Baz: 3", true)]
    [InlineData("not named", "Foo", "Foo: 1|Other: 2", "Foo: 1|Other: 3", true)]
    [InlineData("two, one differs", "Foo, Bar", "Foo: 1|Bar: abc", "Foo: 2|Bar: abc", false)]
    [InlineData("order of fields", "Foo, Bar", "Foo: 1|Bar: 2", "Bar: 2|Foo: 1", true)]
    [InlineData("three, the second differs", "Foo, Bar, Baz", "Foo: 1|Bar: abc4|Baz: 789", "Foo: 1|Bar: abc|Baz: 789", false)]
    [InlineData("case of names", "FOO", "foo: 1", "Foo: 1", true)]
    [InlineData("case of values", "Foo", "Foo: a", "Foo: A", false)]
    [InlineData("lines combined", "Foo", "Foo: 1, 2", "Foo: 1|Foo: 2", true)]
    [InlineData("whitespace", "Foo", "Foo: 1,2", "Foo:  1, 2 ", true)]
    [InlineData("order of an unknown field", "Foo", "Foo: 1, 2", "Foo: 2, 1", false)]
    [InlineData("comma in quotes", "Foo", "Foo: \"1, 2\"", "Foo: \"1,2\"", false)]
    [InlineData("order of languages", "Accept-Language", "Accept-Language: en, de", "Accept-Language: de, en", true)]
    [InlineData("case of languages", "Accept-Language", "Accept-Language: en, de", "Accept-Language: eN, De", true)]
    [InlineData("whitespace of languages", "Accept-Language", "Accept-Language: en;q=0.5,de", "Accept-Language:  de , en ; q=0.5", true)]
    [InlineData("weights of languages", "Accept-Language", "Accept-Language: en;q=0.5", "Accept-Language: en;q=0.6", false)]
    [InlineData("order of codings", "Accept-Encoding", "Accept-Encoding: gzip, br", "Accept-Encoding: BR,gzip", true)]
    [InlineData("order of types", "Accept", "Accept: a/b, c/d; q=0.1", "Accept: c/d;q=0.1,a/b", true)]
    [InlineData("two lines of Vary", "Foo|Vary: Bar", "Foo: 1|Bar: 2", "Foo: 1|Bar: 3", false)]
    [InlineData("credentials", "Authorization", "Authorization: a", "Authorization: b", false)]
    public void A_request_matches_by_what_vary_names(string id, string vary, string first, string second, bool matches)
    {
        var stored = Stored($"Cache-Control: max-age=60, public|Vary: {vary}", requestFields: first);
        var decision = Reuse.Decide(Request(second), [stored], Shared, Noon);
        Rule.Holds(id, "9111 §4.1", matches, decision is ReuseDecision.Fresh);
        if (!matches)
            Rule.Holds<ReuseDecision>(id, "9111 §4.1", new ReuseDecision.Miss(MissReason.OtherVariant), decision);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("*, *")]
    [InlineData("*|Vary: *")]
    [InlineData(", *")]
    [InlineData("|Vary: *")]
    [InlineData("*, Foo")]
    [InlineData("Foo, *")]
    [InlineData("Foo|Vary: Bar|Vary: ,,*")]
    [InlineData("not a name")]
    public void A_star_anywhere_matches_nothing(string vary)
    {
        var response = Response($"Expires: @5000|Last-Modified: @-3000|Date: @0|Vary: {vary}");
        Rule.Holds<Storability>(
            vary, "9111 §4.1", new Storability.NotStorable(NotStorableReason.VaryAny), Storability.Decide(Request(), response, Shared));
        Rule.Holds(vary, "9111 §4.1", true, Reuse.Decide(Request(), [StoredResponse.Of(Request(), response)], Shared, Noon) is ReuseDecision.Miss);
    }

    [Fact]
    public void A_variant_takes_the_place_of_those_that_answered_the_same_request()
    {
        var one = Stored("Cache-Control: max-age=60|Vary: Foo", requestFields: "Foo: 1");
        var two = Stored("Cache-Control: max-age=60|Vary: Foo", requestFields: "Foo: 2");
        var newer = Stored("Cache-Control: max-age=60|Vary: Foo", requestFields: "Foo: 1");
        var all = Variants.Add([one, two], newer, Request("Foo: 1"), Shared);
        Assert.Equal(2, all.Length);
        Assert.Same(two, all[0]);
        Assert.Same(newer, all[1]);
    }

    [Fact]
    public void What_a_fixed_lifetime_keeps_leaves_the_older_response_to_who_goes_by_the_fields()
    {
        var defined = CachePolicy.SourceFor(CacheSharing.Shared, new(Seconds(9), TimeSpan.Zero, TimeSpan.Zero));
        var older = Stored("Cache-Control: max-age=60");
        var newer = Stored("Cache-Control: no-store", at: After(5));
        var all = Variants.Add([older], newer, Request(), defined);
        Assert.Same(older, Reuse.Choose(Request(), all, Shared));
        Assert.Same(newer, Reuse.Choose(Request(), all, defined));
        Assert.Single(Variants.Add(all, Stored("Cache-Control: max-age=60", at: After(6)), Request(), Shared));
    }

    [Fact]
    public void Variants_do_not_grow_without_end()
    {
        IReadOnlyList<StoredResponse> all = [];
        for (int i = 0; i < Variants.Most + 5; i++)
            all = Variants.Add(all, Stored("Vary: Foo|ETag: \"a\"", requestFields: $"Foo: {i}", at: After(i)), Request($"Foo: {i}"), Shared);
        Assert.Equal(Variants.Most, all.Count);
        Assert.Null(Reuse.Choose(Request("Foo: 4"), all, Shared));
        Assert.NotNull(Reuse.Choose(Request("Foo: 5"), all, Shared));
    }

    [Fact]
    public void Variants_live_side_by_side()
    {
        var one = Stored("Cache-Control: max-age=60|Vary: Foo", requestFields: "Foo: 1");
        var two = Stored("Cache-Control: max-age=60|Vary: Foo", requestFields: "Foo: 2");
        Assert.Same(one, Reuse.Choose(Request("Foo: 1"), [one, two], Shared));
        Assert.Same(two, Reuse.Choose(Request("Foo: 2"), [one, two], Shared));
        Assert.Null(Reuse.Choose(Request("Foo: 3"), [one, two], Shared));
    }
}
