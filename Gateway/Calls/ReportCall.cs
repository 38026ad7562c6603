using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Calls;

/// <summary>A call for a report's document.</summary>
/// <param name="grains">Finds the grains.</param>
/// <param name="key">The grain's key.</param>
/// <param name="request">What is asked.</param>
/// <param name="safe">Whether the report may run twice; if not, a repeated call only joins what the first one may have started.</param>
internal sealed class ReportCall(IReportGrains grains, ReportKey key, ReportRequest request, bool safe) : GrainCall<ReportAnswer>
{
    private bool _joinOnly;

    /// <inheritdoc/>
    public override TimeSpan Patience => request.Patience;

    /// <inheritdoc/>
    public override Task<ReportAnswer> SendAsync(TimeSpan patience, CancellationToken attempt) =>
        grains.Get(key).GetAsync(request with { Patience = patience, JoinOnly = _joinOnly }, attempt);

    /// <inheritdoc/>
    public override void MayHaveArrived() => _joinOnly |= !safe;

    /// <inheritdoc/>
    public override bool LacksDefinition(ReportAnswer answer) => answer.Failure?.Kind == ReportFailureKind.DefinitionUnavailable;

    /// <inheritdoc/>
    public override Task LeaveAsync() => grains.Get(key).LeaveAsync(request.Waiter);
}
