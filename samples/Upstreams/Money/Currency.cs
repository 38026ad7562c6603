using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Samples.Geo;

namespace Aggregator.Samples.Money;

/// <summary>A currency that is in use.</summary>
internal sealed record Currency
{
    /// <summary>The ISO 4217 code.</summary>
    public required string Code { get; init; }

    /// <summary>The name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The name at home.</summary>
    public required string NativeName { get; init; }

    /// <summary>The sign that amounts carry at home.</summary>
    public required string Symbol { get; init; }

    /// <summary>How many digits follow the decimal sign.</summary>
    public required int Decimals { get; init; }

    /// <summary>The codes of the countries that use it.</summary>
    public required ImmutableArray<string> Countries { get; init; }

    /// <summary>Reads the currencies of these countries.</summary>
    public static FrozenDictionary<string, Currency> ReadAll(IEnumerable<Country> countries) => countries
        .Where(country => country.Currency is not null)
        .GroupBy(country => country.Currency ?? "", StringComparer.Ordinal)
        .Select(users => Read(users.Key, [.. users.OrderBy(country => country.Code, StringComparer.Ordinal)]))
        .ToFrozenDictionary(currency => currency.Code, StringComparer.Ordinal);

    private static Currency Read(string code, ImmutableArray<Country> users)
    {
        // ISO 4217 begins a national currency's code with that nation's: CZ has CZK. A shared one is named by the first that uses it.
        var home = users.FirstOrDefault(country => code.StartsWith(country.Code, StringComparison.Ordinal)) ?? users[0];
        var culture = CultureInfo.GetCultureInfo($"{home.Languages[0]}-{home.Code}");
        var region = new RegionInfo(culture.Name);
        return new()
        {
            Code = code,
            Name = region.CurrencyEnglishName,
            NativeName = region.CurrencyNativeName,
            Symbol = region.CurrencySymbol,
            Decimals = culture.NumberFormat.CurrencyDecimalDigits,
            Countries = [.. users.Select(country => country.Code)],
        };
    }
}
