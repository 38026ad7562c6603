using System.Collections.Frozen;
using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Gateway.Catalogue;

/// <summary>
/// The reports and the upstreams that a gateway serves: one immutable set, replaced as a whole when definitions change.
/// </summary>
public sealed class ReportCatalogue
{
    private readonly FrozenDictionary<string, CataloguedReport> _byName;
    private readonly FrozenDictionary<string, UpstreamDescriptor> _upstreams;
    private readonly RouteTable _routes;

    /// <summary>Makes a catalogue.</summary>
    /// <param name="reports">The reports; names are distinct.</param>
    /// <param name="upstreams">The upstreams; names are distinct. None if not given.</param>
    public ReportCatalogue(IEnumerable<ReportDescriptor> reports, IEnumerable<UpstreamDescriptor>? upstreams = null)
    {
        Reports = [.. reports.OrderBy(report => report.Name, StringComparer.Ordinal).Select(report => new CataloguedReport(report))];
        _byName = Reports.ToFrozenDictionary(report => report.Descriptor.Name, StringComparer.Ordinal);
        _upstreams = (upstreams ?? []).ToFrozenDictionary(upstream => upstream.Name, StringComparer.Ordinal);
        _routes = new(Reports);
        UpstreamNames = Reports.SelectMany(report => report.Descriptor.Upstreams)
            .Concat(_upstreams.Keys).ToFrozenSet(StringComparer.Ordinal);
        Listing = CatalogueListing.Of(Reports);
    }

    /// <summary>The reports, in ordinal order of their names.</summary>
    public ImmutableArray<CataloguedReport> Reports { get; }

    /// <summary>The names of the upstreams that reports call or that are relayed.</summary>
    public FrozenSet<string> UpstreamNames { get; }

    /// <summary>What <c>GET /reports</c> answers.</summary>
    internal CatalogueListing Listing { get; }

    /// <summary>Finds a report by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The report; null when there is none of that name.</returns>
    public CataloguedReport? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds an upstream by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The upstream; null when there is none of that name.</returns>
    public UpstreamDescriptor? FindUpstream(string name) => _upstreams.GetValueOrDefault(name);

    /// <summary>Finds a report by its further path.</summary>
    /// <param name="segments">The segments of the path, decoded.</param>
    /// <returns>The report and the parameters in the path; null when no route fits.</returns>
    public RouteMatch? FindRoute(IReadOnlyList<string> segments) => _routes.Find(segments);

    /// <summary>The names of reports that one who wrote a wrong name may have meant, nearest first.</summary>
    /// <param name="name">The wrong name.</param>
    public ImmutableArray<string> Near(string name) => [.. NearNames.Of(name, _byName.Keys.Order(StringComparer.Ordinal))];
}
