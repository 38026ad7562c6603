using Aggregator.Identity;
using Aggregator.Planning;
using Aggregator.Upstreams;

namespace Aggregator.Reports;

/// <summary>Compiles reports, with or without a cluster around it.</summary>
/// <param name="calls">The way to upstreams.</param>
/// <param name="time">The clock.</param>
public sealed class ReportCompiler(IUpstreamCalls calls, TimeProvider time)
{
    private readonly SourceRunner _runner = new(calls, time);

    /// <summary>Compiles a report for one caller. When it returns, nothing that it started still runs.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="parameters">The bound parameters.</param>
    /// <param name="patience">How long the caller waits: then the answer is made from what is there.</param>
    /// <param name="cancellationToken">The caller's leaving: ends everything at once.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async Task<ReportAnswer> CompileAsync(
        ReportPlan plan, CanonicalParameters parameters, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var flight = Start(plan, parameters, TimeSpan.Zero);
        return (await flight.WaitAsync(Guid.Empty, patience, cancellationToken)).Answer;
    }

    /// <summary>Starts a compile that callers can share.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="parameters">The bound parameters.</param>
    /// <param name="grace">How long it goes on when every caller's call has broken off without leaving.</param>
    /// <param name="revalidate">Whether sources have to confirm what they have stored.</param>
    internal ReportFlight Start(ReportPlan plan, CanonicalParameters parameters, TimeSpan grace, bool revalidate = false) =>
        new(Compilation.Start(plan, parameters, _runner, time, revalidate), time, grace);
}
