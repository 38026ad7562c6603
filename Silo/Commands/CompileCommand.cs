using System.Globalization;
using Aggregator.Reports;
using Aggregator.Upstreams;

namespace Aggregator.Silo.Commands;

/// <summary><c>compile DIR REPORT [name=value …]</c>: compiles a report once, without a silo.</summary>
internal static class CompileCommand
{
    /// <summary>Prints the document to the output and the timing of each source to the errors.</summary>
    public static async Task<ExitCode> RunAsync(
        string folder, string report, IReadOnlyList<string> values, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        if (OpenedFolder.Find(folder, report, errors) is not { } plan) return ExitCode.Problems;
        if (OpenedFolder.Bind(plan, values, errors) is not { } parameters) return ExitCode.Problems;

        using var upstreams = new UpstreamPipes(TimeProvider.System, new Random().NextDouble);
        var answer = await new ReportCompiler(upstreams, TimeProvider.System).CompileAsync(plan, new(parameters), plan.Definition.Deadline, cancellationToken);
        if (answer.Document is { } document)
        {
            await errors.WriteAsync(Timings(document.Sources, document.Duration));
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(document.Body));
            return document.Complete ? ExitCode.Success : ExitCode.Partial;
        }

        await errors.WriteAsync(Timings(answer.Failure?.Sources ?? [], null));
        await errors.WriteLineAsync(answer.Failure?.Detail);
        foreach (var problem in answer.Failure?.Parameters ?? []) await errors.WriteLineAsync($"{problem.Parameter}: {problem.Detail}");
        return ExitCode.Failed;
    }

    private static string Timings(IReadOnlyList<SourceReport> sources, TimeSpan? total)
    {
        var width = sources.Select(source => source.Name.Length).DefaultIfEmpty(0).Max();
        var lines = sources.Select(source => string.Create(
            CultureInfo.InvariantCulture,
            $"{source.Name.PadRight(width)}  {source.State,-8} {Milliseconds(source.Started),10} {Milliseconds(source.Duration),10}  {source.Attempts} attempts  {source.Error}").TrimEnd());
        var head = $"{"source".PadRight(width)}  {"state",-8} {"started",10} {"took",10}";
        return string.Join('\n', sources.Count == 0 ? lines : lines.Prepend(head)) + '\n' + (total is null ? "" : $"in all {Milliseconds(total)}\n");
    }

    private static string Milliseconds(TimeSpan? span) => span is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms") : "-";
}
