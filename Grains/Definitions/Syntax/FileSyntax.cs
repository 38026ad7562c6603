using System.Text;
using System.Text.Unicode;
using Aggregator.Definitions.Reading;

namespace Aggregator.Definitions.Syntax;

/// <summary>Bytes → nodes: the checks that YAML and JSON share, then the reader that the file's extension asks for.</summary>
internal static class FileSyntax
{
    /// <summary>Reads a file; null when it cannot be read, with the problems that say why.</summary>
    public static Node? Read(DefinitionFile file, ProblemList problems)
    {
        try
        {
            var utf8 = Checked(file.Path, file.Utf8);
            return file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? new JsonNodeReader(file.Path, utf8, problems).Read()
                : new YamlNodeReader(file.Path, Encoding.UTF8.GetString(utf8.Span), problems).Read();
        }
        catch (UnreadableException unreadable)
        {
            problems.Add(unreadable.Problem);
            return null;
        }
    }

    /// <summary>The text without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8[3..] : utf8;

    private static ReadOnlyMemory<byte> Checked(string path, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > NodeLimits.MaxBytes)
        {
            throw new UnreadableException(new(path, 1, 1), "a file of more than 1 MiB", "at most 1 MiB of definitions in one file");
        }

        var utf8 = WithoutMark(bytes);
        if (!Utf8.IsValid(utf8.Span))
        {
            throw new UnreadableException(
                new TextCursor(path, utf8).MoveTo(ValidLength(utf8.Span)), "bytes that are no UTF-8", "text in UTF-8");
        }

        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw new UnreadableException(new(path, 1, 1), "an empty file", "a map with `report` or with `upstreams`");
        }

        if (utf8.Span.IndexOfAnyInRange((byte)0, (byte)31, allowed: "\t\n\r"u8) is var control and >= 0)
        {
            throw new UnreadableException(
                new TextCursor(path, utf8).MoveTo(control),
                $"the control character U+{utf8.Span[control]:X4}",
                "printable text",
                "in a double-quoted string it can be written as an escape");
        }

        return utf8;
    }

    private static int IndexOfAnyInRange(this ReadOnlySpan<byte> bytes, byte low, byte high, ReadOnlySpan<byte> allowed)
    {
        for (var start = 0; start < bytes.Length; start++)
        {
            var index = bytes[start..].IndexOfAnyInRange(low, high);
            if (index < 0)
            {
                return -1;
            }

            start += index;
            if (!allowed.Contains(bytes[start]))
            {
                return start;
            }
        }

        return -1;
    }

    private static int ValidLength(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        while (length < utf8.Length && Rune.DecodeFromUtf8(utf8[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            length += consumed;
        }

        return length;
    }
}
