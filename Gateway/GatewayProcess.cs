using System.Net.Sockets;
using Aggregator.Gateway.Operator;
using Aggregator.Gateway.Settings;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration.Memory;

namespace Aggregator.Gateway;

/// <summary>What every process that serves HTTP does the same: checks its settings, logs, binds, says where, and stops.</summary>
public static class GatewayProcess
{
    /// <summary>Where HTTP is served when nothing else is said.</summary>
    public const string DefaultUrls = "http://127.0.0.1:8080";

    /// <summary>The exit code when the process cannot listen.</summary>
    public const int CannotListen = 1;

    /// <summary>The exit code when a setting is wrong.</summary>
    public const int BadSettings = 2;

    /// <summary>Prepares a host from a command line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="errors">Where problems go, one a line.</param>
    /// <returns>The host to be; null when a setting is wrong.</returns>
    public static WebApplicationBuilder? Prepare(string[] arguments, TextWriter errors)
    {
        if (Report(SettingsCheck.CheckArguments(arguments), errors))
            return null;
        var builder = WebApplication.CreateBuilder(arguments);
        if (Report(SettingsCheck.Check(builder.Configuration), errors))
            return null;

        var hasUrls = builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        KeyValuePair<string, string?>[] defaults = hasUrls ? Logging : [new("Urls", DefaultUrls), .. Logging];
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = defaults });
        if (OperatorSettings.Read(builder.Configuration, errors) is not { } operators)
            return null;
        var listeners = new Listeners(operators);
        builder.WebHost.ConfigureKestrel(kestrel => listeners.Configure(kestrel, hasUrls ? null : builder.Configuration["Urls"]));
        builder.Services.AddSingleton(listeners);
        builder.Services.AddSingleton(new OperatorKey(operators.Key));

        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        return builder;
    }

    /// <summary>Whether the process can listen where its settings say.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="errors">Where to say that it cannot.</param>
    public static bool CanListen(IConfiguration configuration, TextWriter errors)
    {
        var ofPlatform = configuration.GetSection("Kestrel:Endpoints").Exists();
        var forPublic = ofPlatform || ListenPorts.TryUrls("Urls", configuration["Urls"], errors);
        var forOperators = ListenPorts.TryUrls("Admin:Urls", configuration["Admin:Urls"] ?? OperatorSettings.DefaultUrls, errors);
        return forPublic && forOperators;
    }

    /// <summary>Runs a host until it is told to stop.</summary>
    /// <param name="app">The host.</param>
    /// <param name="banner">What the process says once it listens at these addresses.</param>
    /// <param name="output">Where the banner goes.</param>
    /// <param name="errors">Where a problem goes, as one line.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(WebApplication app, Func<IEnumerable<string>, string> banner, TextWriter output, TextWriter errors)
    {
        var listeners = app.Services.GetRequiredService<Listeners>();
        try
        {
            await app.StartAsync();
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await errors.WriteLineAsync($"{listeners.SettingIn(fault.Message)}: {fault.Message}");
            return CannotListen;
        }
        catch (SocketException fault)
        {
            await errors.WriteLineAsync($"Urls: cannot listen at {app.Configuration["Urls"]}: {fault.Message}");
            return CannotListen;
        }

        var (operators, served) = (app.Urls.Where(listeners.IsForOperators).ToList(), app.Urls.Where(url => !listeners.IsForOperators(url)).ToList());
        await output.WriteLineAsync(banner(served));
        await output.WriteLineAsync(OperatorLine(operators, listeners.Operators));
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static string OperatorLine(IEnumerable<string> addresses, OperatorSettings settings) =>
        $"Operators: {string.Join(", ", addresses)} with the key "
        + (settings.IsMade ? $"{settings.Key}, made for this run; set Admin:Key for one of your own" : "that Admin:Key has");

    /// <summary>
    /// The defaults below whatever the operator says. A failed start is told in one line, so the two categories that would tell it again
    /// with a stack trace are silent about it; what Kestrel has to say of connections and requests has categories of its own. That there
    /// is no silo is told once by whoever needs one; Orleans would tell it with every attempt to connect.
    /// </summary>
    private static readonly KeyValuePair<string, string?>[] Logging =
    [
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft", "Warning"),
        new("Logging:LogLevel:Orleans", "Warning"),
        new("Logging:LogLevel:Orleans.Runtime.Watchdog", "Error"),
        new("Logging:LogLevel:Polly", "Warning"),
        new("Logging:LogLevel:Orleans.Messaging.GatewayManager", "Error"),
        new("Logging:LogLevel:Orleans.Runtime.Messaging", "Error"),
        new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "Critical"),
        new("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel", "None"),
        new("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests", "Warning"),
        new("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Connections", "Warning"),
        new("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Http2", "Warning"),
        new("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets", "Warning"),
    ];

    private static bool Report(IReadOnlyCollection<SettingProblem> problems, TextWriter errors)
    {
        foreach (var problem in problems)
            errors.WriteLine(problem);
        return problems.Count > 0;
    }
}
