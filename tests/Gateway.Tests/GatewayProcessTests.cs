using System.Net;
using System.Net.Sockets;

namespace Aggregator.Gateway.Tests;

public sealed class GatewayProcessTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void Prepare_WrongSettings_AreToldOneALine_AndNothingIsPrepared()
    {
        Assert.Null(GatewayProcess.Prepare(["--Cluster:SiloPort=x", "--Foo=1"], _errors));
        Assert.Equal(2, Lines(_errors).Length);
    }

    [Fact]
    public void Prepare_WithoutSettings_ListensOnLoopback()
    {
        var builder = GatewayProcess.Prepare(["--Admin:Urls=http://127.0.0.1:0"], _errors);

        Assert.Equal(GatewayProcess.DefaultUrls, builder?.Configuration["Urls"]);
    }

    [Theory]
    [InlineData("Urls")]
    [InlineData("Admin:Urls")]
    public void CanListen_TakenPort_IsOneLineThatNamesTheSetting(string setting)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string[] free = ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0"];

        var builder = GatewayProcess.Prepare([.. free, $"--{setting}=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"], _errors);

        Assert.NotNull(builder);
        Assert.False(GatewayProcess.CanListen(builder.Configuration, _errors));
        Assert.StartsWith($"{setting}: ", Assert.Single(Lines(_errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TwoListenersAtOnePort_IsOneLineThatNamesASetting()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        await using var app = GatewayProcess.Prepare([$"--Urls=http://127.0.0.1:{port}", $"--Admin:Urls=http://127.0.0.1:{port}"], _errors)?.Build();
        Assert.NotNull(app);

        Assert.Equal(GatewayProcess.CannotListen, await GatewayProcess.RunAsync(app, Banner, _output, _errors));
        Assert.StartsWith("Admin:Urls: ", Assert.Single(Lines(_errors)), StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_OperatorListenerForOthersWithoutKey_StopsTheStart()
    {
        Assert.Null(GatewayProcess.Prepare(["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://0.0.0.0:0"], _errors));
        Assert.StartsWith("Admin:Key: ", Assert.Single(Lines(_errors)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "^Operators: http://127\\.0\\.0\\.1:[1-9][0-9]* with the key [0-9a-f]{32}, made for this run")]
    [InlineData("--Admin:Key=0123456789abcdef", "^Operators: http://127\\.0\\.0\\.1:[1-9][0-9]* with the key that Admin:Key has$")]
    public async Task Run_SaysWhereItListens_UntilItIsToldToStop(string key, string operators)
    {
        string[] settings = ["--Urls=http://127.0.0.1:0", "--Admin:Urls=http://127.0.0.1:0", key];
        await using var app = GatewayProcess.Prepare([.. settings.Where(setting => setting.Length > 0)], _errors)?.Build();
        Assert.NotNull(app);
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal(0, await GatewayProcess.RunAsync(app, Banner, _output, _errors));
        Assert.Equal(2, Lines(_output).Length);
        Assert.Matches(@"^Gateway on http://127\.0\.0\.1:[1-9][0-9]*$", Lines(_output)[0]);
        Assert.Matches(operators, Lines(_output)[1]);
    }

    private static string Banner(IEnumerable<string> addresses) => $"Gateway on {string.Join(' ', addresses)}";

    private static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
