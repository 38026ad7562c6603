using Aggregator.Identity;
using Aggregator.Silo.Nodes;

namespace Aggregator.Tests.Nodes;

/// <summary>What a node says once it serves.</summary>
public sealed class BannerTests
{
    [Theory]
    [InlineData(1, "Aggregator serves 1 report of folder on http://x. Try:")]
    [InlineData(2, "Aggregator serves 2 reports of folder on http://x. Try:")]
    public void It_counts_as_people_do(int count, string first)
    {
        var reports = Enumerable.Range(0, count).Select(i => new ReportDescriptor { Name = $"r{i}", DefinitionHash = "h", Safe = true, Deadline = TimeSpan.FromSeconds(1) });

        Assert.Equal(first, Banner.Of(["http://x"], reports, "folder").Split('\n')[0]);
    }
}
