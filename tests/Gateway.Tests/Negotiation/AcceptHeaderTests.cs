using Aggregator.Gateway.Negotiation;

namespace Aggregator.Gateway.Tests.Negotiation;

public sealed class AcceptHeaderTests
{
    private const string Json = AcceptHeader.Json;
    private const string Envelope = AcceptHeader.Envelope;

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/json; charset=\"UTF-8\"", Json)]
    [InlineData("application/json; charset=latin1", null)]
    [InlineData("application/json; profile=x", null)]
    [InlineData(Envelope, Envelope)]
    [InlineData(Envelope + ", */*;q=0.8", Envelope)]
    [InlineData(Envelope + ", */*", Envelope)]
    [InlineData(Envelope + ", application/json", Json)]
    [InlineData(Envelope + ";q=0.5, application/json;q=0.4", Envelope)]
    [InlineData("application/json;q=0, */*", Envelope)]
    [InlineData("application/json;q=0", null)]
    [InlineData("*/*;q=0", null)]
    [InlineData("*/*;q=0.1, application/*;q=0", null)]
    [InlineData("text/html, application/xhtml+xml, */*;q=0.8", Json)]
    [InlineData("text/html", null)]
    [InlineData("text/event-stream", null)]
    [InlineData("text/csv", null)]
    public void Choose_TakesTheHeaviestRange_EachTypeByItsMostSpecificOne(string? header, string? expected) =>
        Assert.Equal(expected, AcceptHeader.Choose(header, AcceptHeader.OfReport));

    [Fact]
    public void Choose_SeveralLines_AreOneList() =>
        Assert.Equal(Envelope, AcceptHeader.Choose(new(["text/html", Envelope]), AcceptHeader.OfReport));
}
