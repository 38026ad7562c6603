using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Reports;

/// <summary>One caller's request for a document.</summary>
[GenerateSerializer, Immutable, Alias("report-request")]
public sealed record ReportRequest
{
    /// <summary>The report's name, for logs and metrics.</summary>
    [Id(0)]
    public required string Report { get; init; }

    /// <summary>The definition to compile.</summary>
    [Id(1)]
    public required string DefinitionHash { get; init; }

    /// <summary>The bound parameters.</summary>
    [Id(2)]
    public required CanonicalParameters Parameters { get; init; }

    /// <summary>The client headers that upstreams of this report accept.</summary>
    [Id(3)]
    public ImmutableArray<ForwardedHeader> Forwarded { get; init; } = [];

    /// <summary>Names the caller, so that it can leave and a repeated call can rejoin.</summary>
    [Id(4)]
    public required Guid Waiter { get; init; }

    /// <summary>How long the caller waits from now; a duration, since hosts need not agree on the time.</summary>
    [Id(5)]
    public required TimeSpan Patience { get; init; }

    /// <summary>Whether only a compile under way may answer: a repeated call for a report that must not run twice.</summary>
    [Id(6)]
    public bool JoinOnly { get; init; }

    /// <summary>Whether the sources have to confirm what they have stored. Granted at most once a second for one key.</summary>
    [Id(7)]
    public bool Revalidate { get; init; }

    /// <summary>Whether the caller chose its patience itself: what it is answered when that runs out is for nobody else.</summary>
    [Id(8)]
    public bool Hastened { get; init; }
}
