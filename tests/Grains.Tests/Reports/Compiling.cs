using System.Text;
using Aggregator.Identity;
using Aggregator.Planning;
using Aggregator.Reports;
using Aggregator.Upstreams;
using Microsoft.Extensions.Time.Testing;

namespace Aggregator.Tests.Reports;

/// <summary>A compiler over a fake upstream, with a clock that the test moves.</summary>
internal sealed class Compiling : IDisposable
{
    private readonly UpstreamPipes _pipes;

    public Compiling(FakeUpstream upstream)
    {
        Upstream = upstream;
        _pipes = new(Time, () => 0.5, _ => upstream.Handler());
        Compiler = new(_pipes, Time);
    }

    /// <summary>The upstream.</summary>
    public FakeUpstream Upstream { get; }

    /// <summary>The clock.</summary>
    public FakeTimeProvider Time { get; } = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>The compiler.</summary>
    public ReportCompiler Compiler { get; }

    /// <summary>Compiles a report over an upstream, with parameters as JSON.</summary>
    public static async Task<ReportAnswer> RunAsync(string report, FakeUpstream upstream, string parameters = "{}", string settings = "retry: 0")
    {
        using var compiling = new Compiling(upstream);
        return await compiling.RunAsync(Plans.Of(report, settings), parameters);
    }

    /// <summary>The document of an answer.</summary>
    public static string Text(ReportAnswer answer)
    {
        Assert.True(answer.Document is not null, answer.Failure?.ToString());
        return Encoding.UTF8.GetString(answer.Document.Body);
    }

    /// <summary>Compiles a plan within its deadline.</summary>
    public Task<ReportAnswer> RunAsync(ReportPlan plan, string parameters = "{}", CancellationToken cancellationToken = default) =>
        Compiler.CompileAsync(plan, new(new CanonicalParameters(Encoding.UTF8.GetBytes(parameters))), plan.Definition.Deadline, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _pipes.Dispose();
}
