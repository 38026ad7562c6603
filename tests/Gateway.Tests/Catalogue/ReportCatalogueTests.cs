using Aggregator.Gateway.Catalogue;
using Aggregator.Identity;

namespace Aggregator.Gateway.Tests.Catalogue;

public sealed class ReportCatalogueTests
{
    private static ReportDescriptor Report(string name, string? route = null) => Examples.Customer with { Name = name, Route = route };

    [Theory]
    [InlineData("/customers/7/overview", "overview", "id=7")]
    [InlineData("/customers/7/overview/", "overview", "id=7")]
    [InlineData("/customers/new/overview", "new", "")]
    [InlineData("/customers/new/orders", "orders", "id=new")]
    [InlineData("/a/b", "two", "x=a,y=b")]
    [InlineData("/customers", null, null)]
    [InlineData("/customers/7", "two", "x=customers,y=7")]
    [InlineData("/Customers/7/overview", null, null)]
    [InlineData("/customers//overview", null, null)]
    [InlineData("/", null, null)]
    public void FindRoute_PrefersLiteralSegments(string path, string? report, string? values)
    {
        var catalogue = new ReportCatalogue(
        [
            Report("overview", "/customers/{id}/overview"), Report("new", "/customers/new/overview"),
            Report("orders", "/customers/{id}/orders"), Report("two", "/{x}/{y}"), Report("none"),
        ]);

        var match = catalogue.FindRoute(path.Trim('/').Split('/'));

        Assert.Equal(report, match?.Report.Descriptor.Name);
        Assert.Equal(values, match is null ? null : string.Join(',', match.Values.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [Fact]
    public void Near_OffersNamesThatAreAlike() =>
        Assert.Equal(["customer-overview"], new ReportCatalogue([Examples.Customer, Examples.Order]).Near("customer-overvew"));

    [Fact]
    public void Publish_FiresTheTokenTakenBefore_AndOnlyThat()
    {
        using var published = new PublishedCatalogue();
        var before = published.GetChangeToken();

        published.Publish(new([Examples.Customer]));

        Assert.True(before.HasChanged);
        Assert.False(published.GetChangeToken().HasChanged);
        Assert.NotNull(published.Current?.Find("customer-overview"));
    }
}
