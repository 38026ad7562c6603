using System.Text;

namespace Aggregator.HttpCaching.Syntax;

/// <summary>Reads the keys and bare items that structured fields are made of (RFC 9651 §4.2).</summary>
internal ref struct StructuredReader(string text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether everything was read.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>The next character; NUL at the end.</summary>
    public readonly char Peek => _rest.IsEmpty ? '\0' : _rest[0];

    /// <summary>Skips spaces.</summary>
    public void SkipSpaces() => _rest = _rest.TrimStart(' ');

    /// <summary>Skips spaces and tabs.</summary>
    public void SkipWhitespace() => _rest = _rest.TrimStart(" \t");

    /// <summary>Reads this character if it is the next one.</summary>
    public bool Take(char c)
    {
        if (_rest.IsEmpty || _rest[0] != c)
            return false;
        _rest = _rest[1..];
        return true;
    }

    /// <summary>Reads a key (§4.2.3.3).</summary>
    public bool TryReadKey(out string key)
    {
        int length = 0;
        while (length < _rest.Length && (char.IsAsciiLetterLower(_rest[length]) || _rest[length] == '*'
            || (length > 0 && (char.IsAsciiDigit(_rest[length]) || _rest[length] is '_' or '-' or '.'))))
            length++;
        key = Advance(length);
        return length > 0;
    }

    /// <summary>Reads a bare item (§4.2.3.1).</summary>
    public bool TryReadItem(out StructuredKind kind, out string text)
    {
        kind = StructuredKind.Token;
        text = "";
        switch (Peek)
        {
            case '-' or (>= '0' and <= '9'):
                return TryReadNumber(out kind, out text);
            case '"':
                kind = StructuredKind.String;
                return TryReadString(out text);
            case '?':
                return TryReadBoolean(out kind);
            case ':':
                kind = StructuredKind.Bytes;
                return TryReadBytes(out text);
            case '@':
                return TryReadDate(out kind, out text);
            case '%':
                kind = StructuredKind.Display;
                return TryReadDisplay(out text);
            case '*' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                int length = 1;
                while (length < _rest.Length && (FieldSyntax.IsToken(_rest.Slice(length, 1)) || _rest[length] is ':' or '/'))
                    length++;
                text = Advance(length);
                return true;
            default:
                return false;
        }
    }

    // §4.2.4: at most 15 digits, or 12 and 3 around a point.
    private bool TryReadNumber(out StructuredKind kind, out string text)
    {
        kind = StructuredKind.Integer;
        int start = Peek == '-' ? 1 : 0;
        int whole = start + DigitsAt(start);
        int length = whole;
        if (length < _rest.Length && _rest[length] == '.')
        {
            kind = StructuredKind.Decimal;
            length += 1 + DigitsAt(length + 1);
        }
        bool valid = kind == StructuredKind.Integer
            ? whole - start is >= 1 and <= 15
            : whole - start is >= 1 and <= 12 && length - whole - 1 is >= 1 and <= 3;
        text = Advance(length);
        return valid;
    }

    // §4.2.9: an integer after an at sign.
    private bool TryReadDate(out StructuredKind kind, out string text)
    {
        Advance(1);
        bool valid = TryReadNumber(out kind, out text) && kind == StructuredKind.Integer;
        kind = StructuredKind.Date;
        return valid;
    }

    private readonly int DigitsAt(int start)
    {
        int end = start;
        while (end < _rest.Length && char.IsAsciiDigit(_rest[end]))
            end++;
        return end - start;
    }

    // §4.2.5: only a quote and a backslash may be escaped.
    private bool TryReadString(out string text)
    {
        var builder = new StringBuilder();
        text = "";
        for (int i = 1; i < _rest.Length; i++)
        {
            char c = _rest[i];
            if (c == '"')
            {
                text = builder.ToString();
                Advance(i + 1);
                return true;
            }
            if (c == '\\' && (++i == _rest.Length || (c = _rest[i]) is not ('"' or '\\')))
                return false;
            if (c is < ' ' or > '~')
                return false;
            builder.Append(c);
        }
        return false;
    }

    // §4.2.8.
    private bool TryReadBoolean(out StructuredKind kind)
    {
        char digit = _rest.Length > 1 ? _rest[1] : '\0';
        kind = digit == '1' ? StructuredKind.True : StructuredKind.False;
        Advance(Math.Min(2, _rest.Length));
        return digit is '0' or '1';
    }

    // §4.2.7.
    private bool TryReadBytes(out string text)
    {
        text = "";
        int length = _rest[1..].IndexOf(':');
        if (length < 0 || !System.Buffers.Text.Base64.IsValid(_rest.Slice(1, length)))
            return false;
        text = Advance(length + 2)[1..^1];
        return true;
    }

    // §4.2.10: %"…" with lower-case hexadecimal escapes.
    private bool TryReadDisplay(out string text)
    {
        text = "";
        if (_rest.Length < 2 || _rest[1] != '"')
            return false;
        for (int i = 2; i < _rest.Length; i++)
        {
            char c = _rest[i];
            if (c == '"')
            {
                text = Advance(i + 1)[2..^1];
                return true;
            }
            if (c is < ' ' or > '~')
                return false;
            if (c == '%' && (i + 2 >= _rest.Length || !IsHexLower(_rest[i + 1]) || !IsHexLower(_rest[i + 2])))
                return false;
        }
        return false;
    }

    private static bool IsHexLower(char c) => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f';

    private string Advance(int length)
    {
        string taken = _rest[..length].ToString();
        _rest = _rest[length..];
        return taken;
    }
}
