using System.Buffers;

namespace Aggregator.JmesPath.Scanning;

/// <summary>Writes values as JSON text. Computed values may be nested deeper than a stack is, so it keeps its own.</summary>
internal static class ValueWriter
{
    private static readonly SearchValues<byte> SpaceOrQuote = SearchValues.Create(" \t\r\n\""u8);

    public static void Write(JsonValue value, IBufferWriter<byte> output)
    {
        if (value.AsComputedList is null && value.AsComputedObject is null)
        {
            output.Write(value.Text);
            return;
        }

        WriteComputed(value, output, compact: false);
    }

    /// <summary>The value's JSON text without white space between its parts.</summary>
    public static ReadOnlySpan<byte> Compact(JsonValue value)
    {
        if (value.Kind is not (JsonKind.List or JsonKind.Object))
        {
            return value.Text;
        }

        var output = new ArrayBufferWriter<byte>();
        WriteComputed(value, output, compact: true);
        return output.WrittenSpan;
    }

    private static void WriteComputed(JsonValue value, IBufferWriter<byte> output, bool compact)
    {
        var open = new Stack<(JsonValue Container, int Next)>();
        Begin(value);
        while (open.TryPop(out var top))
        {
            var (container, next) = top;
            var list = container.AsComputedList;
            var made = container.AsComputedObject;
            if (next == (list?.Count ?? made?.Count))
            {
                output.Write(list is null ? "}"u8 : "]"u8);
                continue;
            }

            open.Push((container, next + 1));
            if (next > 0)
            {
                output.Write(","u8);
            }

            if (made is not null)
            {
                output.Write(made.Names[next].Text);
                output.Write(":"u8);
            }

            Begin(list is null ? made!.Values[next] : list[next]);
        }

        void Begin(JsonValue part)
        {
            if (part.AsComputedList is not null || part.AsComputedObject is not null)
            {
                output.Write(part.AsComputedList is null ? "{"u8 : "["u8);
                open.Push((part, 0));
            }
            else if (compact)
            {
                WriteCompact(part.Text, output);
            }
            else
            {
                output.Write(part.Text);
            }
        }
    }

    private static void WriteCompact(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            var end = text[0] == (byte)'"' ? Scan.StringEnd(text, 0) : text.IndexOfAny(SpaceOrQuote);
            end = end < 0 ? text.Length : end;
            output.Write(text[..end]);
            text = text[Scan.SkipSpace(text, end)..];
        }
    }
}
