using Aggregator.Gateway.Relay;

namespace Aggregator.Gateway.Tests.Relay;

public sealed class RelayTargetTests
{
    [Theory]
    [InlineData("/relay/crm/", "crm", "/", "")]
    [InlineData("/relay/crm/a/b", "crm", "/a/b", "")]
    [InlineData("/relay/crm/a/?b=/../c//d", "crm", "/a/", "?b=/../c//d")]
    [InlineData("/relay/crm/a%2Fb%2fc?x=%2F+%20", "crm", "/a%2Fb%2fc", "?x=%2F+%20")]
    [InlineData("/relay/crm/a?", "crm", "/a", "?")]
    [InlineData("/Relay/c%72m/a", "crm", "/a", "")]
    [InlineData("/relay/crm/%C4%8D;v=1/..a/a../...", "crm", "/%C4%8D;v=1/..a/a../...", "")]
    [InlineData("/relay/crm/a%2F%2Fb/%zz/a\"b{c}|d", "crm", "/a%2F%2Fb/%zz/a\"b{c}|d", "")]
    public void TryParse_KeepsPathAndQueryAsSent(string target, string upstream, string path, string query) =>
        Assert.Equal(new(upstream, path, query), RelayTarget.TryParse(target));

    [Theory]
    [InlineData("/relay/crm")]
    [InlineData("/relay/crm?x=1")]
    [InlineData("/other/crm/a")]
    [InlineData("relay/crm/a")]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("/relay/crm//a")]
    [InlineData("/relay/crm/a//")]
    [InlineData("/relay/crm/.")]
    [InlineData("/relay/crm/a/../b")]
    [InlineData("/relay/crm/%2e%2E/b")]
    [InlineData("/relay/crm/.%2e")]
    [InlineData("/relay/crm/..;x=1/b")]
    [InlineData("/relay/crm/a/..%2Fb")]
    [InlineData("/relay/crm/a%2f..")]
    [InlineData("/relay/crm/a%5C%2e%2e%5Cb")]
    [InlineData("/relay/crm/a\\b")]
    [InlineData("/relay/crm/a#b")]
    [InlineData("/relay/../relay/crm/a")]
    [InlineData("/relay/%FF/a")]
    public void TryParse_WhatSomeServerWouldFold_IsNoTarget(string target) => Assert.Null(RelayTarget.TryParse(target));
}
