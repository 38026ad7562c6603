using Aggregator.Gateway.Settings;
using Microsoft.Extensions.Configuration;

namespace Aggregator.Gateway.Tests.Settings;

public sealed class SettingsCheckTests
{
    [Theory]
    [InlineData("Urls=http://127.0.0.1:8080")]
    [InlineData("urls=http://127.0.0.1:0")]
    [InlineData("Urls=http://*:80;https://[::1]:8443")]
    [InlineData("Urls=http://localhost")]
    [InlineData("Reports=definitions")]
    [InlineData("Cluster:Provider=local")]
    [InlineData("Cluster:ServiceId=mine")]
    [InlineData("Cluster:Address=10.0.0.7")]
    [InlineData("Cluster:SiloPort=0")]
    [InlineData("CLUSTER:GATEWAYPORT=65535")]
    [InlineData("Cache:MaxMegabytes=256")]
    [InlineData("Kestrel:Limits:MaxConcurrentConnections=10")]
    [InlineData("Logging:LogLevel:Default=Debug")]
    [InlineData("AllowedHosts=*")]
    public void Check_AKnownSetting_WillDo(string setting) => Assert.Empty(CommandLine(setting));

    [Theory]
    [InlineData("Urls=8080", "Urls: expected URLs")]
    [InlineData("Urls=ftp://127.0.0.1:21", "Urls: expected URLs")]
    [InlineData("Urls=http://127.0.0.1:8080/base", "Urls: expected URLs")]
    [InlineData("Urls=http://127.0.0.1:99999", "Urls: expected a port")]
    [InlineData("Urls=http://127.0.0.1:80a", "Urls: expected a port")]
    [InlineData("Urls=http://localhost:0", "Urls: expected an address")]
    [InlineData("Urls=", "Urls: expected URLs")]
    [InlineData("Reports=", "Reports: expected a value")]
    [InlineData("Cluster:SiloPort=65536", "Cluster:SiloPort: expected a port from 0 to 65535")]
    [InlineData("Cluster:GatewayPort=-1", "Cluster:GatewayPort: expected a port from 0 to 65535")]
    [InlineData("Cluster:GatewayPort=many", "Cluster:GatewayPort: expected a port from 0 to 65535")]
    [InlineData("Cluster:Address=here", "Cluster:Address: expected an IP address")]
    [InlineData("Cluster:Provider=postgres", "Cluster:Provider: expected 'local' (this version supports no other yet)")]
    [InlineData("Cluster:Provider=zookeeper", "Cluster:Provider: expected 'local'")]
    [InlineData("Cache:MaxMegabytes=0", "Cache:MaxMegabytes: expected a whole number")]
    [InlineData("Url=http://127.0.0.1:80", "Url: there is no such setting; did you mean Urls?")]
    [InlineData("Cluster:GatewayPrt=1", "Cluster:GatewayPrt: there is no such setting; did you mean Cluster:GatewayPort?")]
    [InlineData("Cluster:X=1", "Cluster:X: there is no such setting; there are Cluster:Provider,")]
    [InlineData("Verbose=1", "Verbose: there is no such setting; there are Urls, Reports,")]
    [InlineData("Archive:Provider=sqlite", "Archive:Provider: is not supported by this version yet")]
    [InlineData("Access:Keys:app:Key=k", "Access:Keys: is not supported by this version yet")]
    [InlineData("Network:Allow:0=10.0.0.0/8", "Network:Allow: is not supported by this version yet")]
    [InlineData("Telemetry:Otlp=http://c:4317", "Telemetry:Otlp: is not supported by this version yet")]
    [InlineData("Telemetry:Otlp=k", "Telemetry:Otlp: is not supported by this version yet")]
    public void Check_ASettingThatIsNotWhatItShouldBe_IsNamed(string setting, string problem) =>
        Assert.StartsWith(problem, Assert.Single(CommandLine(setting)), StringComparison.Ordinal);

    [Fact]
    public void Check_TellsAllProblems_AndNoValues() =>
        Assert.Equal(3, CommandLine("Cluster:SiloPort=secret", "Foo=secret", "Archive:ConnectionString=secret")
            .Count(problem => !problem.Contains("secret", StringComparison.Ordinal)));

    [Fact]
    public void Check_OtherSources_AreCheckedInOurSectionsOnly()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("Foo:Bar", "1"), new("HOME", "/root"), new("Cluster:Foo", "1")]);

        Assert.Equal("Cluster:Foo", Assert.Single(SettingsCheck.Check(configuration)).Key);
    }

    [Theory]
    [InlineData("--Urls=http://127.0.0.1:1", null)]
    [InlineData("--Urls http://127.0.0.1:1 --Reports=x", null)]
    [InlineData("serve", "serve: expected a setting")]
    [InlineData("-x=1", "-x=1: expected a setting")]
    [InlineData("--Urls", "Urls: has no value")]
    [InlineData("--Urls --Reports=x", "Urls: has no value")]
    [InlineData("--help", "help: there is no such setting")]
    public void CheckArguments_SeesWhatConfigurationPassesOver(string line, string? problem)
    {
        var problems = SettingsCheck.CheckArguments(line.Split(' ')).Select(one => one.ToString()).ToArray();

        if (problem is null)
            Assert.Empty(problems);
        else
            Assert.StartsWith(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    private static string[] CommandLine(params string[] settings)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddCommandLine([.. settings.Select(setting => "--" + setting)]);
        return [.. SettingsCheck.Check(configuration).Select(problem => problem.ToString())];
    }
}
