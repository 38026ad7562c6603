using System.Globalization;
using Aggregator.Memory;

namespace Aggregator.Gateway.Settings;

/// <summary>How much memory the caches of a process may have: the section <c>Cache</c>.</summary>
public static class CacheSettings
{
    /// <summary>The memory that <c>Cache:MaxMegabytes</c> allows, by default <see cref="CacheBudget.DefaultMegabytes"/> MB.</summary>
    /// <param name="configuration">The settings, which <see cref="SettingsCheck"/> found no fault with.</param>
    public static CacheBudget Budget(IConfiguration configuration) =>
        new((configuration["Cache:MaxMegabytes"] is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : CacheBudget.DefaultMegabytes) * BytesPerMegabyte);

    private const long BytesPerMegabyte = 1L << 20;
}
