using System.Collections.Immutable;

namespace Aggregator.Samples.Geo;

/// <summary>A page of a list of countries.</summary>
/// <param name="Countries">The countries of this page, by code.</param>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record CountryPage(ImmutableArray<CountryName> Countries, int Total);
