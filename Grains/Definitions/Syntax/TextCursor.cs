using System.Text;

namespace Aggregator.Definitions.Syntax;

/// <summary>Turns byte offsets into places. Offsets must not go back, so that even a file of one line costs one pass.</summary>
internal sealed class TextCursor(string file, ReadOnlyMemory<byte> utf8)
{
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    /// <summary>The place of a byte, which must begin a character or follow the last one.</summary>
    public Place MoveTo(long offset)
    {
        var passed = utf8.Span[_offset..(int)Math.Clamp(offset, _offset, utf8.Length)];
        _offset += passed.Length;
        var newLines = passed.Count((byte)'\n');
        if (newLines > 0)
        {
            _line += newLines;
            _column = 1;
            passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
        }

        _column += Encoding.UTF8.GetCharCount(passed);
        return new(file, _line, _column);
    }
}
