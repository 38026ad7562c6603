using Orleans.Concurrency;

namespace Aggregator.Reports;

/// <summary>One report with one set of parameters: its grain key is the text of a <see cref="Identity.ReportKey"/>.</summary>
[Alias("report-grain")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>
    /// Answers the document, joining the compile under way or starting one. Idempotent for one <see cref="ReportRequest.Waiter"/>: a repeated call rejoins.
    /// </summary>
    /// <param name="request">What is asked, by whom and for how long.</param>
    /// <param name="cancellationToken">Ends this call only. The compile goes on for a while, so that a repeated call can rejoin it.</param>
    [AlwaysInterleave]
    [Alias("get")]
    Task<ReportAnswer> GetAsync(ReportRequest request, CancellationToken cancellationToken);

    /// <summary>Says that a waiter is gone for good. When it was the last one, the compile and its upstream calls are cancelled.</summary>
    /// <param name="waiter">The waiter named in the request.</param>
    [AlwaysInterleave]
    [Alias("leave")]
    Task LeaveAsync(Guid waiter);
}
