namespace Aggregator.Tests.Definitions;

public sealed class DefinitionHashTests
{
    private const string Report = """
        report: overview
        deadline: 2s
        parameters:
          id: { type: integer, minimum: 1 }
        sources:
          a: { get: "crm:/a/{id}", on: { 404: notFound, 5xx: default }, optional: true }
          b: { value: "a.b" }
        result: { x: a, y: b }
        """;

    [Theory]
    [InlineData("2s", "2s # a comment")]
    [InlineData("report: overview\ndeadline: 2s\n", "deadline: '2s'\n\n\"report\": overview\n")]
    [InlineData("{ type: integer, minimum: 1 }", "{ minimum: 1, type: integer }")]
    [InlineData("{ type: integer, minimum: 1 }", "\n    type: integer\n    minimum: 0x1")]
    [InlineData("404: notFound, 5xx: default", "5xx: default, 404: notFound")]
    [InlineData("get: \"crm:/a/{id}\", on:", "get: \"crm:/\\u0061/{id}\", on:")]
    public void Hash_OfAReport_IsIndifferentToLayoutAndTheOrderOfSettings(string written, string otherwise) =>
        Assert.Equal(HashOf(Report), HashOf(Changed(written, otherwise)));

    [Theory]
    [InlineData("2s", "3s")]
    [InlineData("report: overview", "report: overview2")]
    [InlineData("{ x: a, y: b }", "{ y: b, x: a }")]
    [InlineData("crm:/a/{id}", "crm:/b/{id}")]
    [InlineData("404: notFound", "404: default")]
    [InlineData("minimum: 1 ", "minimum: 2 ")]
    [InlineData(", optional: true", "")]
    [InlineData("{ x: a, y: b }", "{ x: a, y: 'b.c' }")]
    public void Hash_OfAReport_ChangesWithItsContent(string written, string otherwise) =>
        Assert.NotEqual(HashOf(Report), HashOf(Changed(written, otherwise)));

    [Fact]
    public void Hash_OfAReport_IsThatOfTheSameJson() => Assert.Equal(
        HashOf("report: r\nsources: { a: { get: 'crm:/a', default: [1.50, null, x] } }"),
        Loading.Report("""{ "sources": { "a": { "default": [1.50, null, "x"], "get": "crm:/a" } }, "report": "r" }""", "r.json").Hash);

    [Fact]
    public void Hash_OfALiteral_TellsAStringFromANumber() => Assert.NotEqual(
        HashOf("report: r\nsources: { a: { get: 'crm:/a', default: 1 } }"), HashOf("report: r\nsources: { a: { get: 'crm:/a', default: '1' } }"));

    [Fact]
    public void Hash_OfAnUpstream_ChangesWithASecretAndTellsItToNobodyWithoutTheKey()
    {
        const string Settings = "{ url: https://a, headers: { X-Key: \"${KEY}\" } }";
        var hash = Loading.Upstream(Settings, Secret("one")).Hash;

        Assert.Equal(hash, Loading.Upstream(Settings, Secret("one")).Hash);
        Assert.Equal(hash, Loading.Upstream("{ headers: { X-Key: '${KEY}' }, url: \"https://a\" } # again", Secret("one")).Hash);
        Assert.NotEqual(hash, Loading.Upstream(Settings, Secret("two")).Hash);
        Assert.NotEqual(hash, Loading.Upstream(Settings, Secret("one", "another digest key")).Hash);
        Assert.NotEqual(hash, Loading.Upstream(Settings, Secret("one"), name: "shop").Hash);
    }

    [Theory]
    [InlineData("{ url: https://a, timeout: 2s }")]
    [InlineData("{ url: https://b }")]
    [InlineData("{ url: https://a, accept: [X] }")]
    public void Hash_OfAnUpstream_ChangesWithItsSettings(string settings) =>
        Assert.NotEqual(Loading.Upstream("{ url: https://a }").Hash, Loading.Upstream(settings).Hash);

    private static string HashOf(string report) => Loading.Report(report).Hash;

    private static string Changed(string written, string otherwise)
    {
        Assert.Contains(written, Report, StringComparison.Ordinal);
        return Report.Replace(written, otherwise, StringComparison.Ordinal);
    }

    private static SecretTable Secret(string value, string digestKey = "key") => new(new Dictionary<string, string> { ["KEY"] = value }, digestKey);
}
