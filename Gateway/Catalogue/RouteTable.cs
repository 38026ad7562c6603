namespace Aggregator.Gateway.Catalogue;

/// <summary>The routes of all reports as a tree of segments. A literal segment is preferred to a parameter, from the left.</summary>
internal sealed class RouteTable
{
    private readonly Node _root = new();

    /// <summary>Builds the table. Of two reports with one route the first keeps it; definitions are checked for that before.</summary>
    public RouteTable(IEnumerable<CataloguedReport> reports)
    {
        foreach (var report in reports)
        {
            if (report.Route is { } route)
                _root.Descend(route).Report ??= report;
        }
    }

    /// <summary>Finds the report whose route a path has.</summary>
    /// <param name="segments">The segments of the path, decoded.</param>
    /// <returns>The report and its values; null when no route fits.</returns>
    public RouteMatch? Find(IReadOnlyList<string> segments)
    {
        if (Find(_root, segments, 0) is not { Route: { } route } report)
            return null;
        var values = segments.Zip(route.Segments)
            .Where(pair => pair.Second.IsParameter)
            .Select(pair => KeyValuePair.Create(pair.Second.Text, pair.First));
        return new(report, [.. values]);
    }

    private static CataloguedReport? Find(Node node, IReadOnlyList<string> segments, int at)
    {
        if (at == segments.Count)
            return node.Report;
        if (node.Literals.TryGetValue(segments[at], out var literal) && Find(literal, segments, at + 1) is { } found)
            return found;
        return node.Parameter is { } parameter && segments[at].Length > 0 ? Find(parameter, segments, at + 1) : null;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Literals { get; } = new(StringComparer.Ordinal);

        public Node? Parameter { get; private set; }

        public CataloguedReport? Report { get; set; }

        public Node Descend(RouteTemplate route)
        {
            var node = this;
            foreach (var segment in route.Segments)
                node = segment.IsParameter ? node.Parameter ??= new() : node.Literal(segment.Text);
            return node;
        }

        private Node Literal(string text)
        {
            if (!Literals.TryGetValue(text, out var node))
                Literals.Add(text, node = new());
            return node;
        }
    }
}
