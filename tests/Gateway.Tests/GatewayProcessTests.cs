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
        var builder = GatewayProcess.Prepare([], _errors);

        Assert.Equal(GatewayProcess.DefaultUrls, builder?.Configuration["Urls"]);
    }

    [Fact]
    public async Task Run_TakenPort_IsOneLineThatNamesTheSetting()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var app = GatewayProcess.Prepare([$"--Urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"], _errors)?.Build();
        Assert.NotNull(app);

        var code = await GatewayProcess.RunAsync(app, Banner, _output, _errors);

        Assert.Equal(GatewayProcess.CannotListen, code);
        Assert.StartsWith("Urls: ", Assert.Single(Lines(_errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SaysWhereItListens_UntilItIsToldToStop()
    {
        await using var app = GatewayProcess.Prepare(["--Urls=http://127.0.0.1:0"], _errors)?.Build();
        Assert.NotNull(app);
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal(0, await GatewayProcess.RunAsync(app, Banner, _output, _errors));
        Assert.Matches(@"^Gateway on http://127\.0\.0\.1:[1-9][0-9]*$", Assert.Single(Lines(_output)));
    }

    private static string Banner(IEnumerable<string> addresses) => $"Gateway on {string.Join(' ', addresses)}";

    private static string[] Lines(StringWriter text) => text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
