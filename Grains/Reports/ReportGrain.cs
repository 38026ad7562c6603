using Aggregator.Catalog;
using Microsoft.Extensions.Options;

namespace Aggregator.Reports;

/// <summary>One report with one set of parameters: whoever asks while it compiles shares the compile.</summary>
/// <param name="definitions">The plans of this silo.</param>
/// <param name="compiler">Compiles.</param>
/// <param name="options">How long a compile survives its callers' broken calls.</param>
internal sealed class ReportGrain(DefinitionStore definitions, ReportCompiler compiler, IOptions<ReportGrainOptions> options) : Grain, IReportGrain
{
    // Calls interleave, but each turn runs alone: what is decided between two awaits is decided on the same flight.
    private ReportFlight? _flight;

    /// <inheritdoc/>
    public async Task<ReportAnswer> GetAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        if (_flight is not { } flight || !flight.CanJoin(request.Waiter))
        {
            if (request.JoinOnly) return Refuse(ReportFailureKind.Lost, "The compile is no longer there, and must not be run twice.");
            if (definitions.Find(request.DefinitionHash) is not { } plan)
                return Refuse(ReportFailureKind.DefinitionUnavailable, "This node does not have that version of the report.");
            _flight = flight = compiler.Start(plan, new(request.Parameters) { Forwarded = request.Forwarded }, options.Value.Grace);
        }

        return await flight.WaitAsync(request.Waiter, request.Patience, cancellationToken);
    }

    /// <inheritdoc/>
    public Task LeaveAsync(Guid waiter) => _flight?.LeaveAsync(waiter) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_flight is { } flight) await flight.DisposeAsync();
    }

    private static ReportAnswer Refuse(ReportFailureKind kind, string detail) => ReportAnswer.Of(new ReportFailure { Kind = kind, Detail = detail });
}
