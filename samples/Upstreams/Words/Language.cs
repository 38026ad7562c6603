using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aggregator.Samples.Geo;

namespace Aggregator.Samples.Words;

/// <summary>A language that is spoken in some country.</summary>
internal sealed record Language
{
    /// <summary>The ISO 639-1 code, or the ISO 639-2 code where there is none.</summary>
    public required string Code { get; init; }

    /// <summary>The name in English.</summary>
    public required string Name { get; init; }

    /// <summary>The name in the language itself.</summary>
    public required string NativeName { get; init; }

    /// <summary>Which way it is written: <c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>The codes of the countries where it is spoken.</summary>
    public required ImmutableArray<string> Countries { get; init; }

    /// <summary>Reads the languages of these countries.</summary>
    public static FrozenDictionary<string, Language> ReadAll(IEnumerable<Country> countries) => countries
        .SelectMany(country => country.Languages.Select(language => (Language: language, country.Code)))
        .GroupBy(spoken => spoken.Language, spoken => spoken.Code, StringComparer.Ordinal)
        .Select(spoken => Read(spoken.Key, [.. spoken.Order(StringComparer.Ordinal)]))
        .ToFrozenDictionary(language => language.Code, StringComparer.Ordinal);

    private static Language Read(string code, ImmutableArray<string> countries)
    {
        var culture = CultureInfo.GetCultureInfo(code);
        return new()
        {
            Code = code,
            Name = culture.EnglishName,
            NativeName = culture.NativeName,
            Direction = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr",
            Countries = countries,
        };
    }
}
