using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Aggregator.Definitions.Syntax;

/// <summary>What YAML makes of characters that JMESPath uses too, explained to someone who meant JMESPath.</summary>
internal static class YamlTraps
{
    public static Place PlaceOf(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    /// <summary>What YAML took away from a plain scalar; null for nothing.</summary>
    public static string? Of(string text, Scalar scalar)
    {
        if (!scalar.Anchor.IsEmpty)
        {
            return "an unquoted `&` names a YAML anchor: quote an expression that begins with it";
        }

        var rest = text.AsSpan(Math.Min((int)scalar.End.Index, text.Length)).TrimStart(' ');
        return rest.StartsWith("#") ? "an unquoted ` #` begins a YAML comment: quote the whole expression" : null;
    }

    /// <summary>Makes a problem of the parser's error.</summary>
    public static UnreadableException Explain(string file, string text, YamlException error)
    {
        var place = error.Message.Contains("tab", StringComparison.Ordinal) && TabbedLine(text) is { } line
            ? new(file, line, 1)
            : PlaceOf(file, error.Start);
        var found = $"text that is no YAML: {Lowered(error.Message)}";
        return new(place, found, "YAML 1.2", Hint(text, error));
    }

    private static string? Hint(string text, YamlException error)
    {
        if (error.Message.Contains("tab", StringComparison.Ordinal))
        {
            return "YAML is indented with spaces, never with tabs";
        }

        if (error.Message.Contains("invalid mapping", StringComparison.Ordinal))
        {
            return "an unquoted `: ` makes a YAML map, and so does a line indented too far: quote the whole text, or mend the indentation";
        }

        if (error.Message.Contains("end of stream", StringComparison.Ordinal))
        {
            return "what begins here is never closed";
        }

        var index = (int)Math.Clamp(error.Start.Index, 0, text.Length);
        var at = index < text.Length ? text[index] : '\n';
        if (at is '`' or '@' or '%')
        {
            return $"no unquoted text begins with {at} in YAML: quote the whole expression";
        }

        var start = text.LastIndexOf('\n', Math.Max(0, index - 1)) + 1;
        var written = text.AsSpan(start, Math.Max(0, Math.Min(index + 1, text.Length) - start));
        return HintFrom(written[(written.LastIndexOf(": ") + 1)..]) ?? HintFrom(written[(written.IndexOf(": ") + 1)..]);
    }

    /// <summary>Explains what the first character of a value makes of the rest of its line.</summary>
    private static string? HintFrom(ReadOnlySpan<char> value) => value.TrimStart() is [var first, ..] ? first switch
    {
        '[' or '{' => $"an unquoted {first} begins a YAML list or map: quote the whole expression",
        '\'' or '"' => "a YAML string ends at its closing quote: put other quotes around the whole expression",
        '&' => "an unquoted & names a YAML anchor: quote the whole expression",
        '|' or '>' => $"an unquoted {first} begins a YAML block: quote the whole expression",
        _ => null,
    } : null;

    private static int? TabbedLine(string text)
    {
        var line = 1;
        foreach (var each in text.AsSpan().EnumerateLines())
        {
            if (each.TrimStart(' ').StartsWith("\t"))
            {
                return line;
            }

            line++;
        }

        return null;
    }

    private static string Lowered(string message) =>
        message.Length == 0 ? message : char.ToLower(message[0], CultureInfo.InvariantCulture) + message[1..].TrimEnd('.');
}
