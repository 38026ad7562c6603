using System.Net;
using System.Security.Cryptography;

namespace Aggregator.Gateway.Operator;

/// <summary>The listener for operators: the section <c>Admin</c>.</summary>
/// <param name="Urls">Where it listens: URLs, with semicolons between them.</param>
/// <param name="Key">The key that its requests present.</param>
/// <param name="IsMade">Whether the key was made for this run, and so has to be told.</param>
internal sealed record OperatorSettings(string Urls, string Key, bool IsMade)
{
    /// <summary>Where the listener is when nothing else is said.</summary>
    public const string DefaultUrls = "http://127.0.0.1:8081";

    /// <summary>
    /// Reads the settings. Without a key one is made, but only where nobody else could have known it: with the local cluster, on a loopback
    /// address.
    /// </summary>
    /// <param name="configuration">The settings, which <see cref="Settings.SettingsCheck"/> found no fault with.</param>
    /// <param name="errors">Where to say that the key is missing.</param>
    /// <returns>The settings; null when the key is missing.</returns>
    public static OperatorSettings? Read(IConfiguration configuration, TextWriter errors)
    {
        var urls = configuration["Admin:Urls"] ?? DefaultUrls;
        if (configuration["Admin:Key"] is { } key)
            return new(urls, key, IsMade: false);
        var local = (configuration["Cluster:Provider"] ?? "local").Equals("local", StringComparison.OrdinalIgnoreCase);
        if (local && Split(urls).All(IsLoopback))
            return new(urls, RandomNumberGenerator.GetHexString(KeyLength, lowercase: true), IsMade: true);
        errors.WriteLine("Admin:Key: is missing; one is made only for the local cluster with Admin:Urls on a loopback address");
        return null;
    }

    /// <summary>The single URLs of a setting.</summary>
    /// <param name="urls">The setting's value.</param>
    public static IEnumerable<string> Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string url) => BindingAddress.Parse(url).Host is var host
        && (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    /// <summary>In hexadecimal digits: 128 bits.</summary>
    private const int KeyLength = 32;
}
