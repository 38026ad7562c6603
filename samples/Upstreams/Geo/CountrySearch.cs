namespace Aggregator.Samples.Geo;

/// <summary>What a search for countries asks.</summary>
/// <param name="Name">A part of the name, in English or in a language of the country; case and accents do not count.</param>
/// <param name="Limit">The most countries to answer, 1 to 250; 50 unless it says otherwise.</param>
internal sealed record CountrySearch(string? Name, int? Limit);
