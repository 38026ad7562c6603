using System.Net;
using System.Net.Sockets;
using Aggregator.Samples.Geo;
using Aggregator.Samples.Money;
using Aggregator.Samples.Sky;
using Aggregator.Samples.Time;
using Aggregator.Samples.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aggregator.Samples;

/// <summary>
/// The APIs that the sample reports call: countries, money, time zones, the sky and words, served on the loopback interface by a web
/// server of their own inside this process. They tell facts only: from the time zone database, from the locale data of this machine's
/// ICU, and from astronomy.
/// </summary>
/// <remarks>
/// They have the manners of real APIs, so that the reports have something to cope with: <c>/sky</c> is slow, <c>/words</c> fails on every
/// third call, <c>/time/clock</c> may not be cached, <c>/geo</c> and <c>/money</c> can be revalidated.
/// </remarks>
public sealed class SampleUpstreams : IAsyncDisposable
{
    /// <summary>The port that the sample definitions expect when nothing tells them another.</summary>
    public const int PreferredPort = 8090;

    private readonly WebApplication _application;

    private SampleUpstreams(WebApplication application, Uri address) => (_application, Address) = (application, address);

    /// <summary>Where they answer, for example <c>http://127.0.0.1:8090/</c>; each API has a base path of its own below it.</summary>
    public Uri Address { get; }

    /// <summary>Starts them; they answer once the task has completed.</summary>
    /// <param name="port">
    /// The port they should have, or 0 for any. If it cannot be had they take a free one: see <see cref="Address"/>.
    /// </param>
    /// <param name="time">The clock they read and wait by.</param>
    /// <param name="cancellation">Abandons the start.</param>
    /// <exception cref="IOException">Not even a free port could be bound.</exception>
    public static async Task<SampleUpstreams> StartAsync(int port, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            return await BindAsync(port, time, cancellation);
        }
        catch (Exception taken) when (taken is IOException or SocketException && port != 0)
        {
            return await BindAsync(0, time, cancellation);
        }
    }

    /// <summary>Stops them; calls under way are cut off after a second.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static async Task<SampleUpstreams> BindAsync(int port, TimeProvider time, CancellationToken cancellation)
    {
        var application = Build(port, time);
        try
        {
            await application.StartAsync(cancellation);
            var bound = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
            return new(application, new Uri(bound.Addresses.Single()));
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    // An empty builder reads no settings, environment or arguments and logs nothing: what is meant for the host never reaches this server.
    private static WebApplication Build(int port, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services
            .AddRoutingCore()
            .AddSingleton<IHostLifetime, OwnedLifetime>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));

        var application = builder.Build();
        Map(application, new Atlas(), time);
        return application;
    }

    private static void Map(WebApplication application, Atlas atlas, TimeProvider time)
    {
        application.MapGeo(atlas);
        application.MapMoney(atlas);
        application.MapTime(time);
        application.MapSky(time);
        application.MapWords(atlas);
        application.MapGet("/", () => JsonAnswer.Of(Contents.All, TimeSpan.FromHours(1)));
        application.MapFallback((HttpContext context) => Refusal.NotFound($"There is nothing at {context.Request.Path}."));
    }

    private const long LargestRequestBody = 16 << 10;
}
