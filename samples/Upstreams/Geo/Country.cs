using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime.TimeZones;

namespace Aggregator.Samples.Geo;

/// <summary>A country or territory that has a code of its own.</summary>
internal sealed record Country
{
    /// <summary>The ISO 3166-1 alpha-2 code.</summary>
    public required string Code { get; init; }

    /// <summary>The ISO 3166-1 alpha-3 code; null where ICU knows none.</summary>
    public string? Code3 { get; init; }

    /// <summary>The name in English.</summary>
    public required string Name { get; init; }

    /// <summary>What its languages call it, by language code.</summary>
    public ImmutableSortedDictionary<string, string> NativeNames { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The ISO 4217 code of its currency; null where there is none.</summary>
    public string? Currency { get; init; }

    /// <summary>The codes of its languages: first the one that .NET takes for the country's own, then the others by code.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Whether it measures in metric units; null where ICU does not say.</summary>
    public bool? Metric { get; init; }

    /// <summary>Reads every country that has a time zone.</summary>
    public static FrozenDictionary<string, Country> ReadAll()
    {
        var cultures = Atlas.CulturesByCountry();
        return TzdbDateTimeZoneSource.Default.ZoneLocations!
            .DistinctBy(location => location.CountryCode)
            .Select(location => Read(location.CountryCode, location.CountryName, [.. cultures[location.CountryCode]]))
            .ToFrozenDictionary(country => country.Code, StringComparer.Ordinal);
    }

    private static Country Read(string code, string nameOfZones, ImmutableArray<CultureInfo> cultures)
    {
        if (cultures.IsEmpty)
            return new() { Code = code, Name = nameOfZones };

        var regions = cultures
            .OrderBy(culture => culture.TwoLetterISOLanguageName, StringComparer.Ordinal)
            .DistinctBy(culture => culture.TwoLetterISOLanguageName)
            .Select(culture => (Language: culture.TwoLetterISOLanguageName, Region: new RegionInfo(culture.Name)))
            .ToImmutableArray();
        var region = Find(code) ?? regions[0].Region;
        return new()
        {
            Code = code,
            Code3 = region.ThreeLetterISORegionName,
            Name = region.EnglishName,
            NativeNames = regions.ToImmutableSortedDictionary(
                each => each.Language, each => each.Region.NativeName, StringComparer.Ordinal),
            Currency = region.ISOCurrencySymbol is { Length: 3 } currency && currency != NoCurrency ? currency : null,
            Languages = [.. regions.OrderByDescending(each => IsOwn(each.Region, region)).Select(each => each.Language)],
            Metric = region.IsMetric,
        };
    }

    // ICU has locales of a few territories, such as Western Sahara, that .NET does not know by their code alone.
    private static RegionInfo? Find(string code)
    {
        try
        {
            return new(code);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // RegionInfo does not say whose language its native names are in: the locale that words them alike is the one it took.
    private static bool IsOwn(RegionInfo candidate, RegionInfo country) =>
        candidate.NativeName == country.NativeName && candidate.CurrencyNativeName == country.CurrencyNativeName;

    private const string NoCurrency = "XXX";
}
