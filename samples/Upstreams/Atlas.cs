using System.Collections.Frozen;
using System.Globalization;
using Aggregator.Samples.Geo;
using Aggregator.Samples.Money;
using Aggregator.Samples.Words;

namespace Aggregator.Samples;

/// <summary>
/// What this machine knows of countries, currencies and languages. Each table is read when it is first asked for, which takes up to a few
/// hundred milliseconds; nothing is read at start.
/// </summary>
/// <remarks>
/// The countries are those of the time zone database; names, currencies and languages come from ICU and are as current as it is. A
/// machine in globalization-invariant mode has no ICU: there the countries have English names and zones, and nothing else.
/// </remarks>
internal sealed class Atlas
{
    private readonly Lazy<FrozenDictionary<string, Country>> _countries = new(Country.ReadAll);
    private readonly Lazy<FrozenDictionary<string, Currency>> _currencies;
    private readonly Lazy<FrozenDictionary<string, Language>> _languages;

    /// <summary>An atlas of which nothing has been read yet.</summary>
    public Atlas()
    {
        _currencies = new(() => Currency.ReadAll(Countries.Values));
        _languages = new(() => Language.ReadAll(Countries.Values));
    }

    /// <summary>The countries by ISO 3166-1 code, in upper case.</summary>
    public FrozenDictionary<string, Country> Countries => _countries.Value;

    /// <summary>The currencies in use by ISO 4217 code, in upper case.</summary>
    public FrozenDictionary<string, Currency> Currencies => _currencies.Value;

    /// <summary>The languages by ISO 639 code, in lower case.</summary>
    public FrozenDictionary<string, Language> Languages => _languages.Value;

    /// <summary>The locales of a country that ICU knows; empty when it knows none.</summary>
    internal static ILookup<string, CultureInfo> CulturesByCountry() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Where(culture => culture.Name.Length > 0)
        .ToLookup(culture => new RegionInfo(culture.Name).TwoLetterISORegionName, StringComparer.Ordinal);
}
