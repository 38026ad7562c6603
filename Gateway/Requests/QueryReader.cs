namespace Aggregator.Gateway.Requests;

/// <summary>Reads the parameters of a query string: repeated names keep all their values, in the order given.</summary>
internal static class QueryReader
{
    /// <summary>Reads a query.</summary>
    /// <param name="query">The query as it was sent, with or without its question mark.</param>
    /// <param name="given">
    /// The values by name, in the order in which the names first stand; a name without <c>=</c> has the value null.
    /// </param>
    /// <returns>Null, or what is wrong with the query: one sentence.</returns>
    public static string? TryRead(ReadOnlySpan<char> query, out List<KeyValuePair<string, IReadOnlyList<string?>>> given)
    {
        given = [];
        var values = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        query = query.TrimStart('?');
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
                continue;
            var equals = pair.IndexOf('=');
            var name = PercentEncoding.TryDecode(equals < 0 ? pair : pair[..equals], plusIsSpace: true);
            var value = equals < 0 ? null : PercentEncoding.TryDecode(pair[(equals + 1)..], plusIsSpace: true);
            if (name is null || (value is null && equals >= 0))
                return "The query is not percent-encoded UTF-8.";
            if (name.Length == 0)
                return "The query has a value without a name.";
            if (!values.TryGetValue(name, out var list))
            {
                values.Add(name, list = []);
                given.Add(new(name, list));
            }

            list.Add(value);
        }

        return null;
    }
}
