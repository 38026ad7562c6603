using System.Collections.Immutable;
using Aggregator.Gateway.Negotiation;
using Aggregator.Gateway.Requests;
using Aggregator.Identity;

namespace Aggregator.Gateway.Reports;

/// <summary>A request for a report that can be asked as it is: everything about it has been read and checked.</summary>
/// <param name="Report">The report.</param>
/// <param name="Parameters">The bound parameters.</param>
/// <param name="Forwarded">The client headers that upstreams of the report accept.</param>
/// <param name="Preferences">What the client prefers.</param>
/// <param name="MediaType">What the answer is to be.</param>
/// <param name="Coding">The coding the answer is to have.</param>
internal sealed record ReportQuestion(
    ReportDescriptor Report,
    CanonicalParameters Parameters,
    ImmutableArray<ForwardedHeader> Forwarded,
    Preferences Preferences,
    string MediaType,
    ContentCoding Coding);
