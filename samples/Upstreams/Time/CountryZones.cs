using System.Collections.Immutable;

namespace Aggregator.Samples.Time;

/// <summary>The time zones of a country.</summary>
/// <param name="Country">The ISO 3166-1 code of the country.</param>
/// <param name="Zones">Its zones, at least one.</param>
internal sealed record CountryZones(string Country, ImmutableArray<ZonePlace> Zones);
