using Aggregator.Planning;
using Aggregator.Reports;

namespace Aggregator.Silo.Commands;

/// <summary><c>explain DIR REPORT [name=value …]</c>: what compiling a report will do, without doing it.</summary>
internal static class ExplainCommand
{
    /// <summary>Prints the plan; with values, also the targets that they settle.</summary>
    public static ExitCode Run(string folder, string report, IReadOnlyList<string> values, TextWriter output, TextWriter errors)
    {
        if (OpenedFolder.Find(folder, report, errors) is not { } plan) return ExitCode.Problems;
        if (values.Count == 0)
        {
            output.Write(PlanText.Of(plan, new Dictionary<int, string>()));
            return ExitCode.Success;
        }

        if (OpenedFolder.Bind(plan, values, errors) is not { } parameters) return ExitCode.Problems;
        output.Write(PlanText.Of(plan, KnownTargets.Of(plan, parameters)));
        return ExitCode.Success;
    }
}
