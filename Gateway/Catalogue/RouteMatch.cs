using System.Collections.Immutable;

namespace Aggregator.Gateway.Catalogue;

/// <summary>A report found by the path of a request, and the parameters that stood in the path.</summary>
/// <param name="Report">The report.</param>
/// <param name="Values">The parameters in the path, decoded, in the order of the template; empty for <c>/reports/{name}</c>.</param>
public sealed record RouteMatch(CataloguedReport Report, ImmutableArray<KeyValuePair<string, string>> Values);
