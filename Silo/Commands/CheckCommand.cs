using Aggregator.Definitions;

namespace Aggregator.Silo.Commands;

/// <summary><c>check DIR</c>: every problem of a folder of definitions.</summary>
internal static class CheckCommand
{
    /// <summary>Prints the problems: to the output, for they are the result.</summary>
    public static ExitCode Run(string folder, bool asJson, TextWriter output, TextWriter errors)
    {
        if (OpenedFolder.Read(folder, errors) is not { } reading) return ExitCode.Problems;
        output.Write(asJson ? ProblemText.RenderJson(reading.Problems) + "\n" : ProblemText.Render(reading.Problems, reading.Files));
        if (!asJson && reading.Plans is { } plans)
            output.WriteLine($"{Count(plans.Reports.Count, "report")} and {Count(plans.Definitions.Upstreams.Count, "upstream")}, no errors");
        return reading.Plans is null ? ExitCode.Problems : ExitCode.Success;
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
