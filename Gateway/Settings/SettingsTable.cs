using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Aggregator.Gateway.Settings;

/// <summary>Every setting there is: one table for nodes and gateways alone, so that both can share one file.</summary>
internal static class SettingsTable
{
    /// <summary>Our settings.</summary>
    public static ImmutableArray<KnownSetting> All { get; } =
    [
        new("Urls") { Expected = ExpectedUrls },
        new("Reports"),
        new("Cluster:Provider") { Expected = ExpectedProvider },
        new("Cluster:ConnectionString") { Works = false },
        new("Cluster:ServiceId"),
        new("Cluster:ClusterId"),
        new("Cluster:Address") { Expected = static value => IPAddress.TryParse(value, out _) ? null : "an IP address" },
        new("Cluster:SiloPort") { Expected = ExpectedPort },
        new("Cluster:GatewayPort") { Expected = ExpectedPort },
        new("Cache:MaxMegabytes") { Expected = static value => WholeNumber(value) is > 0 ? null : "a whole number of megabytes above 0" },
        new("Admin:Urls") { Expected = ExpectedUrls },
        new("Admin:Key"),
        new("Archive:Provider") { Works = false },
        new("Archive:ConnectionString") { Works = false },
        new("Access:Keys") { Works = false, HasMembers = true },
        new("Access:Jwt") { Works = false, HasMembers = true },
        new("Access:Cors") { Works = false, HasMembers = true },
        new("Access:AddressRate") { Works = false },
        new("Access:Proxies") { Works = false, HasMembers = true },
        new("Network:Allow") { Works = false, HasMembers = true },
        new("Telemetry:Otlp") { Works = false },
    ];

    /// <summary>Settings of the platform, which checks them itself.</summary>
    public static ImmutableArray<KnownSetting> PassedThrough { get; } =
    [
        new("Kestrel") { HasMembers = true },
        new("Logging") { HasMembers = true },
        new("AllowedHosts"),
        new("Environment"),
        new("ContentRoot"),
    ];

    /// <summary>The first parts of our settings' keys: below them nothing unknown may stand.</summary>
    public static ImmutableArray<string> Sections { get; } = [.. All.Select(setting => setting.Key.Split(':')[0]).Distinct()];

    private const string Port = "a port from 0 to 65535";

    private static string? ExpectedPort(string value) => WholeNumber(value) is >= 0 and <= IPEndPoint.MaxPort ? null : Port;

    private static string? ExpectedProvider(string value) => value.ToUpperInvariant() switch
    {
        "LOCAL" => null,
        "POSTGRES" or "REDIS" => "'local' (this version supports no other yet)",
        _ => "'local'",
    };

    private static string? ExpectedUrls(string value)
    {
        var urls = value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return urls.Length == 0 ? Url : urls.Select(ExpectedUrl).FirstOrDefault(expected => expected is not null);
    }

    private const string Url = "URLs such as http://127.0.0.1:8080, separated by semicolons";

    private static string? ExpectedUrl(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return Url;
        }

        if (address.Scheme.ToUpperInvariant() is not ("HTTP" or "HTTPS") || address.PathBase.Length > 0 || address.Host.Length == 0)
            return Url;
        if (address.Port is < 0 or > IPEndPoint.MaxPort || HasBadPort(url))
            return Port;
        return address.Port == 0 && address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? "an address such as 127.0.0.1 for a port that is to be picked (localhost is two addresses)"
            : null;
    }

    /// <summary>Parsing takes a port that is no number for a part of the host's name.</summary>
    private static bool HasBadPort(string url)
    {
        var authority = url[(url.IndexOf("://", StringComparison.Ordinal) + 3)..].TrimEnd('/');
        var colon = authority.LastIndexOf(':');
        return colon >= 0 && !authority.EndsWith(']') && WholeNumber(authority[(colon + 1)..]) is null;
    }

    private static int? WholeNumber(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
