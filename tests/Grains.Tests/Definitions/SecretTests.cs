using Aggregator.Definitions;

namespace Aggregator.Tests.Definitions;

public sealed class SecretTests
{
    private const string Secret = "hunter2";

    private static readonly SecretTable Secrets = new(new Dictionary<string, string> { ["KEY"] = Secret, ["BAD"] = Secret + "\r\nEvil: 1" });

    [Fact]
    public void ToString_OfWhatHoldsASecret_DoesNotShowIt()
    {
        var upstream = Loading.Upstream("{ url: \"https://${KEY}/${KEY}\", headers: { X-Key: \"${KEY}\" } }", Secrets);

        Assert.Equal("https://hunter2/hunter2", upstream.Url.AbsoluteUri);
        Assert.Equal(Secret, Assert.Single(upstream.Headers).Value);
        Assert.DoesNotContain(Secret, upstream.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Assert.Single(upstream.Headers).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, upstream.Hash, StringComparison.Ordinal);
    }

    /// <summary>Every setting is given the secret; whatever is said about it is said about the reference.</summary>
    [Theory]
    [InlineData("url")]
    [InlineData("headers")]
    [InlineData("timeout")]
    [InlineData("retry")]
    [InlineData("concurrency")]
    [InlineData("maxResponse")]
    [InlineData("accept")]
    public void Problem_AboutASecret_ShowsTheReferenceOnly(string setting)
    {
        foreach (var value in new[] { "${BAD}", "[\"${BAD}\"]", "[\"${KEY} x\"]", "{ a: \"${BAD}\" }", "{ attempts: \"${KEY}\", backoff: \"${KEY}\" }" })
        {
            DefinitionFile[] files = [Loading.File("u.yaml", $"upstreams:\n  crm:\n    {setting}: {value}\n")];
            var result = DefinitionLoader.Load(files, Secrets);

            Assert.NotEmpty(result.Problems);
            Assert.DoesNotContain(Secret, ProblemText.Render(result.Problems, files), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, ProblemText.RenderJson(result.Problems), StringComparison.Ordinal);
        }
    }
}
