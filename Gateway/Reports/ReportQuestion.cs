using System.Collections.Immutable;
using Aggregator.Gateway.Catalogue;
using Aggregator.Gateway.Negotiation;
using Aggregator.Gateway.Requests;
using Aggregator.Identity;

namespace Aggregator.Gateway.Reports;

/// <summary>A request for a report that can be asked as it is: everything about it has been read and checked.</summary>
/// <param name="Report">The report.</param>
/// <param name="Key">The key of its document.</param>
/// <param name="Parameters">The bound parameters.</param>
/// <param name="Forwarded">The client headers that upstreams of the report accept.</param>
/// <param name="Revalidate">Whether the client wants what is stored to be confirmed.</param>
/// <param name="Preferences">What the client prefers.</param>
/// <param name="MediaType">What the answer is to be.</param>
/// <param name="Coding">The coding the answer is to have.</param>
internal sealed record ReportQuestion(
    CataloguedReport Report,
    ReportKey Key,
    CanonicalParameters Parameters,
    ImmutableArray<ForwardedHeader> Forwarded,
    bool Revalidate,
    Preferences Preferences,
    string MediaType,
    ContentCoding Coding);
