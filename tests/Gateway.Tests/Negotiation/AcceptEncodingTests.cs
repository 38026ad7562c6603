using Aggregator.Gateway.Negotiation;

namespace Aggregator.Gateway.Tests.Negotiation;

public sealed class AcceptEncodingTests
{
    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("br", "Brotli")]
    [InlineData("gzip", "Gzip")]
    [InlineData("X-GZIP", "Gzip")]
    [InlineData("gzip, br", "Brotli")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip;q=1.0, br;q=0.5", "Gzip")]
    [InlineData("gzip;q=0.001", "Gzip")]
    [InlineData("identity, gzip;q=0.5", "Identity")]
    [InlineData("identity, gzip", "Gzip")]
    [InlineData("*", "Brotli")]
    [InlineData("br;q=0, *", "Gzip")]
    [InlineData("deflate", "Identity")]
    [InlineData("gzip;q=0", "Identity")]
    [InlineData("*;q=0, gzip", "Gzip")]
    [InlineData("*;q=0, identity;q=0.1", "Identity")]
    [InlineData("identity;q=0", null)]
    [InlineData("identity;q=0, *", "Brotli")]
    [InlineData("*;q=0", null)]
    public void Choose_TakesTheHeaviestCoding_AndOursWhereTheClientDoesNotMind(string? header, string? expected) =>
        Assert.Equal(expected, AcceptEncoding.Choose(header)?.ToString());
}
