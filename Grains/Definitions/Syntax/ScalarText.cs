using YamlDotNet.Core.Events;
using YamlStyle = YamlDotNet.Core.ScalarStyle;

namespace Aggregator.Definitions.Syntax;

/// <summary>Finds where the characters of a YAML scalar stand, so that a problem in an expression points at the very character.</summary>
internal static class ScalarText
{
    /// <summary>
    /// The place of the first character; null when the text is folded, escaped or tagged, so that its characters are not one by one in the
    /// file.
    /// </summary>
    public static Place? PlaceOf(string file, string text, Scalar scalar)
    {
        if (scalar.Style == YamlStyle.Literal)
        {
            return FirstLine(file, text, scalar);
        }

        var quotes = scalar.Style is YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted ? 2 : 0;
        var asWritten = scalar.Start.Line == scalar.End.Line && scalar.End.Index - scalar.Start.Index == scalar.Value.Length + quotes;
        return asWritten && scalar.Style != YamlStyle.Folded
            ? new(file, (int)scalar.Start.Line, (int)scalar.Start.Column + quotes / 2)
            : null;
    }

    /// <summary>A literal block's text begins on the line behind its header, indented like its first line that is not blank.</summary>
    private static Place? FirstLine(string file, string text, Scalar scalar)
    {
        var from = (int)scalar.Start.Index;
        var body = text.IndexOf('\n', from) + 1;
        if (body == 0 || text.AsSpan(from, body - from).ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var block = text.AsSpan(body, Math.Max(0, (int)scalar.End.Index - body));
        var first = block.IndexOfAnyExcept(" \r\n");
        return first < 0 ? null : new(file, (int)scalar.Start.Line + 1, first - block[..first].LastIndexOf('\n'));
    }
}
