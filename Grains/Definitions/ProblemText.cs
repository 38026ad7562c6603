using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aggregator.Definitions.Syntax;

namespace Aggregator.Definitions;

/// <summary>Problems for people, as a compiler prints them, and for programs.</summary>
public static class ProblemText
{
    private const int MaxColumns = 160;

    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Each problem as <c>file:line:column: error: found …; expected …</c>, then the line that it is about with a caret under the column,
    /// and the hint.
    /// </summary>
    /// <param name="problems">The problems.</param>
    /// <param name="files">The files that they are about; a problem in another one goes without its line.</param>
    public static string Render(IReadOnlyList<Problem> problems, IReadOnlyList<DefinitionFile> files)
    {
        var lines = files.DistinctBy(file => file.Path).ToDictionary(file => file.Path, file => new Lazy<string[]>(() => Lines(file)));
        var output = new StringBuilder();
        foreach (var problem in problems)
        {
            output.Append(
                CultureInfo.InvariantCulture,
                $"{problem.Place}: {Name(problem.Severity)}: found {problem.Found}; expected {problem.Expected}\n");
            if (lines.TryGetValue(problem.Place.File, out var text) && problem.Place.Line <= text.Value.Length)
            {
                AppendLine(output, text.Value[problem.Place.Line - 1].TrimEnd('\r'), problem.Place);
            }

            if (problem.Hint is not null)
            {
                output.Append(CultureInfo.InvariantCulture, $"  hint: {problem.Hint}\n");
            }
        }

        return output.ToString();
    }

    /// <summary>The problems as a JSON array of objects with severity, file, line, column, found, expected and hint.</summary>
    /// <param name="problems">The problems.</param>
    public static string RenderJson(IReadOnlyList<Problem> problems)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json))
        {
            writer.WriteStartArray();
            foreach (var problem in problems)
            {
                writer.WriteStartObject();
                writer.WriteString("severity", Name(problem.Severity));
                writer.WriteString("file", problem.Place.File);
                writer.WriteNumber("line", problem.Place.Line);
                writer.WriteNumber("column", problem.Place.Column);
                writer.WriteString("found", problem.Found);
                writer.WriteString("expected", problem.Expected);
                writer.WriteString("hint", problem.Hint);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static string[] Lines(DefinitionFile file) => Encoding.UTF8.GetString(FileSyntax.WithoutMark(file.Utf8).Span).Split('\n');

    private static string Name(Severity severity) => severity == Severity.Error ? "error" : "warning";

    /// <summary>
    /// The line and a caret under its column; of a very long line the part around the column. A tab stays one, so that the caret keeps its
    /// place.
    /// </summary>
    private static void AppendLine(StringBuilder output, string line, Place place)
    {
        var column = Math.Clamp(place.Column - 1, 0, line.Length);
        var from = line.Length <= MaxColumns ? 0 : Math.Clamp(column - MaxColumns / 2, 0, line.Length - MaxColumns);
        var shown = line.AsSpan(from, Math.Min(MaxColumns, line.Length - from));
        var number = place.Line.ToString(CultureInfo.InvariantCulture);
        output.Append("  ").Append(number).Append(" | ");
        AppendPrintable(output, shown, _ => true);
        output.Append('\n').Append(' ', number.Length + 2).Append(" | ");
        AppendPrintable(output, line.AsSpan(from, column - from), c => c == '\t');
        output.Append("^\n");
    }

    private static void AppendPrintable(StringBuilder output, ReadOnlySpan<char> text, Func<char, bool> isShown)
    {
        foreach (var c in text)
        {
            output.Append(c == '\t' || (isShown(c) && !char.IsControl(c)) ? c : ' ');
        }
    }
}
