using System.Collections.Immutable;

namespace Aggregator.Samples.Words;

/// <summary>Several languages at once.</summary>
/// <param name="Languages">Those that were asked for and are known, in the order asked.</param>
internal sealed record LanguageList(ImmutableArray<Language> Languages);
