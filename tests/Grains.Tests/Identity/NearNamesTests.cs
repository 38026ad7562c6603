using Aggregator.Identity;

namespace Aggregator.Tests.Identity;

/// <summary>What is offered for a name that nothing has.</summary>
public sealed class NearNamesTests
{
    [Theory]
    [InlineData("ownr", "owner", true)]
    [InlineData("onwer", "owner", true)]
    [InlineData("OWNER", "owner", true)]
    [InlineData("customr-overveiw", "customer-overview", true)]
    [InlineData("ab", "ba", true)]
    [InlineData("ab", "cd", false)]
    [InlineData("owner", "limit", false)]
    [InlineData("a", "b", false)]
    [InlineData("", "a", false)]
    public void Of_OffersWhatIsASlipAway(string unknown, string known, bool near) =>
        Assert.Equal(near, NearNames.Of(unknown, [known]).Contains(known));

    [Fact]
    public void Of_OffersTheNearestThree_InAnOrderThatNeverChanges() =>
        Assert.Equal(["orders", "borders", "orderz"], NearNames.Of("Orders", ["zorders", "orderz", "ordxrz", "borders", "orders"]));

    [Fact]
    public void Of_OverlongNames_AreNearToNothing() =>
        Assert.Empty(NearNames.Of(new string('a', NearNames.MaxLength + 1), [new string('a', NearNames.MaxLength)]));

    [Fact]
    public void DidYouMean_AsksOrSaysNothing()
    {
        Assert.Null(NearNames.DidYouMean("x", ["unlike"]));
        Assert.Equal("did you mean 'orders', 'borders' or 'order'?", NearNames.DidYouMean("Orders", ["order", "borders", "orders"]));
        Assert.Equal("did you mean 'max' or 'may'?", NearNames.DidYouMean("maz", ["may", "max"]));
    }
}
