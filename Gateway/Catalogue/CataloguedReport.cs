using System.Collections.Immutable;
using Aggregator.Catalog;
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
        Vary = string.Join(", ", descriptor.ForwardedHeaders.Prepend("Accept-Encoding").Prepend("Accept"));
        IsPrivate = descriptor.ForwardedHeaders.Any(CredentialHeader.Is) || descriptor.Parameters.Any(parameter => parameter.Claim is not null);
        IsOfItsTarget = descriptor.Safe && descriptor.ForwardedHeaders.IsEmpty
            && descriptor.Parameters.All(parameter => parameter.Claim is null && parameter.ClockDefault is null);
        PurgedBy = PurgeSubject.Of(descriptor);
    }

    /// <summary>The report's descriptor.</summary>
    public ReportDescriptor Descriptor { get; }

    /// <summary>Binds the parameters of a request for it.</summary>
    public ParameterBinder Binder { get; }

    /// <summary>The path at which every report answers.</summary>
    public string Path { get; }

    /// <summary>The further path at which this one answers; null for none.</summary>
    public RouteTemplate? Route { get; }

    /// <summary>The request headers that its answers depend on, as the field Vary has them.</summary>
    public string Vary { get; }

    /// <summary>Whether its documents are for those alone who ask for them: who is asking goes into its calls.</summary>
    public bool IsPrivate { get; }

    /// <summary>
    /// Whether the target of a request alone says which document is meant, now and later: nothing comes from its headers, from who asks, or from
    /// the clock.
    /// </summary>
    public bool IsOfItsTarget { get; }

    /// <summary>All by which its documents can be purged.</summary>
    public ImmutableArray<PurgeSubject> PurgedBy { get; }
}
