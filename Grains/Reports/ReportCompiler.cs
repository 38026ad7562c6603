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
    /// <param name="inputs">What it is compiled for.</param>
    /// <param name="patience">How long the caller waits: then the answer is made from what is there.</param>
    /// <param name="cancellationToken">The caller's leaving: ends everything at once.</param>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public async Task<ReportAnswer> CompileAsync(
        ReportPlan plan, CompileInputs inputs, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var flight = Start(plan, inputs, TimeSpan.Zero);
        return await flight.WaitAsync(Guid.Empty, patience, cancellationToken);
    }

    /// <summary>Starts a compile that callers can share.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputs">What it is compiled for.</param>
    /// <param name="grace">How long it goes on when every caller's call has broken off without leaving.</param>
    internal ReportFlight Start(ReportPlan plan, CompileInputs inputs, TimeSpan grace) =>
        new(Compilation.Start(plan, inputs, _runner, time), time, grace);
}
