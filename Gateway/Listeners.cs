using System.Net;
using Aggregator.Gateway.Operator;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Aggregator.Gateway;

/// <summary>The two listeners of a process, for the public and for operators: one server, and a mark on the connections of one of them.</summary>
/// <param name="operators">The listener for operators.</param>
internal sealed class Listeners(OperatorSettings operators)
{
    private readonly List<ListenOptions> _operators = [];

    /// <summary>The settings of the listener for operators.</summary>
    public OperatorSettings Operators => operators;

    /// <summary>Sets the server up. Endpoints that the platform's own settings name are public ones.</summary>
    /// <param name="kestrel">The server's options.</param>
    /// <param name="urls">Where the public is served; null when the platform's settings say so.</param>
    public void Configure(KestrelServerOptions kestrel, string? urls)
    {
        foreach (var url in OperatorSettings.Split(urls ?? ""))
            Listen(kestrel, url, _ => { });
        foreach (var url in OperatorSettings.Split(operators.Urls))
        {
            Listen(kestrel, url, listener =>
            {
                OperatorConnection.MarkAllOf(listener);
                _operators.Add(listener);
            });
        }
    }

    /// <summary>Whether an address that the server listens at is for operators.</summary>
    /// <param name="url">The address as the server tells it.</param>
    public bool IsForOperators(string url) => _operators.Any(listener => Matches(listener, url)) || OperatorSettings.Split(operators.Urls).Contains(url.TrimEnd('/'));

    /// <summary>The setting that names an address in a message of the server.</summary>
    /// <param name="message">The message.</param>
    public string SettingIn(string message) =>
        OperatorSettings.Split(operators.Urls).Any(url => message.Contains(url.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)) ? "Admin:Urls" : "Urls";

    /// <summary>Once it listens, a listener has the port that was picked for it.</summary>
    private static bool Matches(ListenOptions listener, string url) =>
        listener.EndPoint is IPEndPoint { Port: > 0 } at && url.EndsWith($"://{at}", StringComparison.Ordinal);

    private static void Listen(KestrelServerOptions kestrel, string url, Action<ListenOptions> configure)
    {
        var address = BindingAddress.Parse(url);
        void Configure(ListenOptions listener)
        {
            configure(listener);
            if (address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase))
                listener.UseHttps();
        }

        if (address.Host == "localhost")
            kestrel.ListenLocalhost(address.Port, Configure);
        else if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip))
            kestrel.Listen(ip, address.Port, Configure);
        else
            kestrel.ListenAnyIP(address.Port, Configure);
    }
}
