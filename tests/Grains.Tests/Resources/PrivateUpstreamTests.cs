using Aggregator.Reports;
using Aggregator.Resources;

namespace Aggregator.Tests.Resources;

/// <summary>Whose stored responses are: an API behind tokens under <c>cache: private</c>, and what a shared store takes from it.</summary>
public sealed class PrivateUpstreamTests
{
    [Fact]
    public async Task A_token_api_is_cached_and_confirmed_for_each_identity()
    {
        var origin = new Origin { Fields = "Cache-Control: private, max-age=60", Tag = "\"v\"" };
        await using var asking = new Asking(origin.Upstream(), "cache: private");
        ResourceRequest As(string token) => asking.Request(headers: ("Authorization", token));

        Assert.Equal(["1", "2", "1", "2"], [await asking.TextAsync(As("a")), await asking.TextAsync(As("b")), await asking.TextAsync(As("a")), await asking.TextAsync(As("b"))]);
        asking.Advance(60);
        Assert.Equal((CacheOutcome.Revalidated, CacheOutcome.Hit), ((await asking.AskAsync(As("a"))).Cache, (await asking.AskAsync(As("a"))).Cache));
        Assert.Equal("2", await asking.TextAsync(As("b")));
        Assert.Equal(4, asking.Upstream.Calls.Count);
    }

    [Fact]
    public async Task A_configured_credential_is_one_identity_and_everybodys()
    {
        var origin = new Origin { Fields = "Cache-Control: private, max-age=60" };
        await using var asking = new Asking(origin.Upstream(), "cache: private, headers: { Authorization: secret }");

        Assert.Equal("1", await asking.TextAsync(asking.Request(headers: ("Authorization", "a"))));
        Assert.Equal("1", await asking.TextAsync(asking.Request(headers: ("Authorization", "b"))));
    }

    [Fact]
    public async Task A_shared_store_ignores_the_operators_credential_but_not_a_clients()
    {
        var origin = new Origin { Fields = "Cache-Control: max-age=60" };
        await using var configured = new Asking(origin.Upstream(), "headers: { Authorization: secret }");
        Assert.Equal(["1", "1"], [await configured.TextAsync(), await configured.TextAsync()]);

        await using var forwarded = new Asking(origin.Upstream());
        ResourceRequest Mine(string name) => forwarded.Request(headers: (name, "a"));
        Assert.Equal(["2", "3"], [await forwarded.TextAsync(Mine("Authorization")), await forwarded.TextAsync(Mine("Authorization"))]);
        Assert.Equal(["4", "5"], [await forwarded.TextAsync(Mine("Cookie")), await forwarded.TextAsync(Mine("Cookie"))]);
        origin.Fields = "Cache-Control: public, max-age=60";
        Assert.Equal(["6", "6"], [await forwarded.TextAsync(Mine("Authorization")), await forwarded.TextAsync()]);
    }

    [Theory]
    [InlineData("private")]
    [InlineData("Private")]
    [InlineData("PRIVATE")]
    [InlineData(" private ")]
    [InlineData("private=\"set-cookie\"")]
    [InlineData("max-age=60,private")]
    [InlineData("private;")]
    [InlineData("\"private\"")]
    [InlineData("no-store")]
    [InlineData("No-Store")]
    [InlineData("NO-STORE")]
    [InlineData("no-store, max-age=60")]
    [InlineData("max-age=60 , no-store ")]
    [InlineData("no-store=1")]
    [InlineData("no-store;")]
    [InlineData("max-age=60, \"no-store\"")]
    public async Task However_it_is_spelt_what_is_private_is_not_stored_for_everybody(string cacheControl)
    {
        var origin = new Origin { Fields = "Cache-Control: " + cacheControl };
        await using var asking = new Asking(origin.Upstream());

        Assert.Equal(["1", "2"], [await asking.TextAsync(), await asking.TextAsync()]);
        Assert.Equal(0, asking.Budget.Used);
    }
}
