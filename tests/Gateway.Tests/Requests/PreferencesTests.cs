using Aggregator.Gateway.Requests;

namespace Aggregator.Gateway.Tests.Requests;

public sealed class PreferencesTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("wait=3", 3)]
    [InlineData("WAIT=3", 3)]
    [InlineData("wait = 3", 3)]
    [InlineData("wait=\"3\"", 3)]
    [InlineData("wait=0", 0)]
    [InlineData("respond-async, wait=3", 3)]
    [InlineData("return=minimal; foo=\"a,wait=9\", wait=3; x=y", 3)]
    [InlineData("foo=\"a\\\",wait=9\", wait=3", 3)]
    [InlineData("wait=3, wait=5", 3)]
    [InlineData("wait=3600", 3600)]
    [InlineData("wait=3601", 3600)]
    [InlineData("wait=99999999999999999999", 3600)]
    [InlineData("wait=1.5", null)]
    [InlineData("wait=-1", null)]
    [InlineData("wait=+1", null)]
    [InlineData("wait=", null)]
    [InlineData("wait", null)]
    [InlineData("wait=soon", null)]
    [InlineData("waiting=3", null)]
    [InlineData("\"", null)]
    [InlineData(",;=,", null)]
    public void Wait_IsReadAsRfc7240Says(string? header, int? seconds) =>
        Assert.Equal(seconds, (int?)Preferences.Parse(header).Wait?.TotalSeconds);

    [Fact]
    public void Wait_InASecondLine_IsRead() =>
        Assert.Equal(TimeSpan.FromSeconds(4), Preferences.Parse(new(["respond-async", "wait=4"])).Wait);
}
