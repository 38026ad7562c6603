using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Silo.Commands;

/// <summary>The commands that work on a folder of definitions without starting a silo.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="output">Where the result goes.</param>
    /// <param name="errors">Where everything about the result goes.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <returns>How it ended; null when the arguments name no command.</returns>
    public static async Task<ExitCode?> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var words = arguments.SelectMany(word => word.StartsWith("--format=", StringComparison.Ordinal) ? word.Split('=', 2) : [word]).ToArray();
        var at = Array.IndexOf(words, "--format");
        var format = at < 0 ? null : words.ElementAtOrDefault(at + 1);
        string[] rest = at < 0 ? words : [.. words[..at], .. words.Skip(at + 2)];
        switch (rest)
        {
            case ["check", var folder] when format is null or "json":
                return CheckCommand.Run(folder, format == "json", output, errors);
            case ["explain", var folder, var report, .. var values] when at < 0:
                return ExplainCommand.Run(folder, report, values, output, errors);
            case ["compile", var folder, var report, .. var values] when at < 0:
                return await CompileCommand.RunAsync(folder, report, values, output, errors, cancellationToken);
            case ["help" or "--help" or "-h" or "-?", ..]:
                await output.WriteLineAsync(Usage);
                return ExitCode.Success;
            case [var verb, ..] when Verbs.Contains(verb):
                await errors.WriteLineAsync(Usage);
                return ExitCode.Problems;
            case [var word, ..] when !word.StartsWith('-'):
                await errors.WriteLineAsync($"{word}: no such command" + (NearNames.DidYouMean(word, Verbs) is { } hint ? $"; {hint}" : ""));
                await errors.WriteLineAsync(Usage);
                return ExitCode.Problems;
            default:
                return null;
        }
    }

    private const string Usage = """
        aggregator                                   a node on http://127.0.0.1:8080 with the sample reports
        aggregator --Reports=DIR                     a node with your own reports
        aggregator check DIR [--format json]         every problem of a folder of definitions
        aggregator explain DIR REPORT [name=value …] what compiling a report will do, without doing it
        aggregator compile DIR REPORT [name=value …] compile a report once: the document to stdout, timings to stderr

        Exit codes: 0 fine or complete, 1 could not start, 2 problems, 3 partial, 4 failed.
        """;

    private static readonly ImmutableHashSet<string> Verbs = ["check", "explain", "compile"];
}
