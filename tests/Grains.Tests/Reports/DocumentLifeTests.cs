using Aggregator.Definitions;
using Aggregator.Reports;

namespace Aggregator.Tests.Reports;

/// <summary>How long a document may be used: by its definition, its sources and its age.</summary>
public sealed class DocumentLifeTests
{
    /// <summary>The definition's seconds (ttl; null for none), what the sources leave, whether it is complete, and the lifetime that follows.</summary>
    [Theory]
    [InlineData(null, null, true, 0)] // no source says anything: not kept
    [InlineData(null, 20, true, 20)] // the source that has least left decides
    [InlineData(null, -3, true, 0)] // a source was stale already
    [InlineData(30, null, true, 30)] // a fixed lifetime needs no source
    [InlineData(30, 5, true, 30)] // and overrides them
    [InlineData(5, 30, true, 5)]
    [InlineData(30, null, false, 1)] // a partial document lives a second at most
    [InlineData(null, 20, false, 1)]
    [InlineData(null, null, false, 0)] // and no longer than a complete one would
    public void Lifetime_follows_from_definition_and_sources(int? ttl, int? sources, bool complete, int expected)
    {
        var life = DocumentLife.Of(ReportCaching.Default with { Lifetime = Seconds(ttl) }, Document(complete, Seconds(sources)));

        Assert.Equal(TimeSpan.FromSeconds(expected), life.Lifetime);
    }

    /// <summary>A document of 10 s, stale for 5 more, on errors for 20 more.</summary>
    [Theory]
    [InlineData(0, true, true, true)]
    [InlineData(9.9, true, true, true)]
    [InlineData(10, false, true, true)]
    [InlineData(14.9, false, true, true)]
    [InlineData(15, false, false, true)]
    [InlineData(29.9, false, false, true)]
    [InlineData(30, false, false, false)]
    public void What_an_age_allows(double age, bool fresh, bool whileRefreshed, bool standIn)
    {
        var life = DocumentLife.Of(Caching, Document());
        var at = TimeSpan.FromSeconds(age);

        Assert.Equal((fresh, whileRefreshed, standIn), (life.IsFresh(at), life.MayBeServedWhileRefreshed(at), life.MayStandIn(at)));
        Assert.Equal(TimeSpan.FromSeconds(30), life.Whole);
    }

    [Fact]
    public void A_partial_document_is_never_served_stale() =>
        Assert.Equal(new DocumentLife(TimeSpan.FromSeconds(1), TimeSpan.Zero, TimeSpan.Zero), DocumentLife.Of(Caching, Document(complete: false)));

    private static readonly ReportCaching Caching =
        new() { Lifetime = TimeSpan.FromSeconds(10), Stale = TimeSpan.FromSeconds(5), StaleOnError = TimeSpan.FromSeconds(20) };

    private static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;

    private static ReportDocument Document(bool complete = true, TimeSpan? freshFor = null) => new()
    {
        Body = "{}"u8.ToArray(),
        Version = "v",
        CompiledAt = default,
        Complete = complete,
        Sources = [],
        Duration = TimeSpan.Zero,
        FreshFor = freshFor,
    };
}
