using System.Collections.Immutable;

namespace Aggregator.Samples;

/// <summary>What stands at the root: a call to try for everything that the sample APIs answer.</summary>
/// <param name="Apis">The calls, as path and query.</param>
internal sealed record Contents(ImmutableArray<string> Apis)
{
    /// <summary>One call per resource.</summary>
    public static readonly Contents All = new(
    [
        "/geo/countries/CZ",
        "/geo/countries?currency=EUR&limit=10",
        "/money/currencies/EUR",
        "/time/zones/Europe/Prague",
        "/time/countries/CZ/zones",
        "/time/clock?zone=Europe/Prague",
        "/sky/sun?latitude=50.0755&longitude=14.4378&date=2026-06-21&zone=Europe/Prague",
        "/sky/moon?date=2026-06-21",
        "/sky/year?latitude=50.0755&longitude=14.4378&year=2026",
        "/words/languages/cs",
        "/words/languages?codes=cs,sk",
    ]);
}
