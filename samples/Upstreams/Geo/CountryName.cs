namespace Aggregator.Samples.Geo;

/// <summary>A country as lists show it.</summary>
/// <param name="Code">The ISO 3166-1 alpha-2 code.</param>
/// <param name="Name">The name in English.</param>
internal sealed record CountryName(string Code, string Name);
