using System.Collections.Immutable;
using Aggregator.Identity;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Aggregator.Gateway.Settings;

/// <summary>
/// Finds every setting that is not what it should be, before anything starts: a misspelt one that is silently ignored shows up
/// in production.
/// </summary>
public static class SettingsCheck
{
    /// <summary>Checks settings, wherever they come from.</summary>
    /// <param name="configuration">The settings.</param>
    /// <returns>All problems: unknown, malformed and not yet supported settings; empty when there are none.</returns>
    public static ImmutableArray<SettingProblem> Check(IConfigurationRoot configuration) =>
    [
        .. Providers(configuration).SelectMany(UnknownIn).DistinctBy(problem => problem.Key, StringComparer.OrdinalIgnoreCase),
        .. SettingsTable.All.Select(setting => CheckValue(setting, configuration.GetSection(setting.Key))).OfType<SettingProblem>(),
    ];

    /// <summary>Checks the form of a command line: what the configuration would pass over in silence.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>All problems: words that name no setting, and settings without a value.</returns>
    public static ImmutableArray<SettingProblem> CheckArguments(IReadOnlyList<string> arguments)
    {
        var problems = ImmutableArray.CreateBuilder<SettingProblem>();
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
                problems.Add(new(argument, "expected a setting, such as --Urls=http://127.0.0.1:8080"));
            else if (argument.Contains('=', StringComparison.Ordinal))
                continue;
            else if (at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal))
                at++;
            else
                problems.Add(IsKnown(argument[2..]) ? new(argument[2..], "has no value") : Unknown(argument[2..]));
        }

        return problems.ToImmutable();
    }

    private static SettingProblem? CheckValue(KnownSetting setting, IConfigurationSection found)
    {
        if (!found.Exists())
            return null;
        if (!setting.Works)
            return new(setting.Key, "is not supported by this version yet");
        return setting.Expected(found.Value ?? "") is { } expected ? new(setting.Key, $"expected {expected}") : null;
    }

    private static IEnumerable<SettingProblem> UnknownIn(IConfigurationProvider provider) =>
        Keys(provider, parent: null).Where(key => Concerns(provider, key) && !IsKnown(key)).Select(Unknown);

    /// <summary>
    /// The command line is ours alone. Elsewhere others have their settings too, and an environment has variables named as our sections.
    /// </summary>
    private static bool Concerns(IConfigurationProvider provider, string key) => provider switch
    {
        CommandLineConfigurationProvider => true,
        EnvironmentVariablesConfigurationProvider => key.Contains(':', StringComparison.Ordinal) && IsOurs(key),
        _ => IsOurs(key),
    };

    private static bool IsOurs(string key) => SettingsTable.Sections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase);

    private static bool IsKnown(string key) =>
        SettingsTable.All.Any(setting => setting.Covers(key)) || SettingsTable.PassedThrough.Any(setting => setting.Covers(key));

    private static SettingProblem Unknown(string key)
    {
        var near = NearNames.Of(key, SettingsTable.All.Concat(SettingsTable.PassedThrough).Select(setting => setting.Key));
        if (near.Count > 0)
            return new(key, $"there is no such setting; did you mean {near[0]}?");
        var section = SettingsTable.All.Where(setting => setting.Key.Contains(':', StringComparison.Ordinal)
            && setting.Key.Split(':')[0].Equals(key.Split(':')[0], StringComparison.OrdinalIgnoreCase)).Select(setting => setting.Key);
        var others = string.Join(", ", section.DefaultIfEmpty(string.Join(", ", SettingsTable.Sections)));
        return new(key, $"there is no such setting; there are {others}");
    }

    private static IEnumerable<IConfigurationProvider> Providers(IConfigurationRoot configuration) =>
        configuration.Providers.SelectMany(provider =>
            provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner } ? Providers(inner) : [provider]);

    private static IEnumerable<string> Keys(IConfigurationProvider provider, string? parent)
    {
        foreach (var child in provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var path = parent is null ? child : ConfigurationPath.Combine(parent, child);
            if (provider.TryGet(path, out var value) && value is not null)
                yield return path;
            foreach (var below in Keys(provider, path))
                yield return below;
        }
    }
}
