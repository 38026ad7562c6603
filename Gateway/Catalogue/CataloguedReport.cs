using Aggregator.Identity;

namespace Aggregator.Gateway.Catalogue;

/// <summary>A report as the gateway serves it: its descriptor and what is computed from that once, at load.</summary>
public sealed class CataloguedReport
{
    /// <summary>Prepares a report for being served.</summary>
    /// <param name="descriptor">The report's descriptor.</param>
    public CataloguedReport(ReportDescriptor descriptor)
    {
        Descriptor = descriptor;
        Binder = new(descriptor.Parameters);
        Path = "/reports/" + descriptor.Name;
        Route = descriptor.Route is { } route ? RouteTemplate.Parse(route) : null;
    }

    /// <summary>The report's descriptor.</summary>
    public ReportDescriptor Descriptor { get; }

    /// <summary>Binds the parameters of a request for it.</summary>
    public ParameterBinder Binder { get; }

    /// <summary>The path at which every report answers.</summary>
    public string Path { get; }

    /// <summary>The further path at which this one answers; null for none.</summary>
    public RouteTemplate? Route { get; }
}
