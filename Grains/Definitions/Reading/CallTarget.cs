using Aggregator.Planning;

namespace Aggregator.Definitions.Reading;

/// <summary>What a source calls.</summary>
/// <param name="Upstream">The upstream's name.</param>
/// <param name="Template">Path and query under its base.</param>
/// <param name="Place">Where the template stands.</param>
internal sealed record CallTarget(string Upstream, UrlTemplate Template, Place Place);
