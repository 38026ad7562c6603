using System.Buffers;
using System.Globalization;

namespace Aggregator.JmesPath.Scanning;

/// <content>Strings, numbers and words (RFC 8259 §3, §6, §7).</content>
internal ref partial struct TextCheck
{
    // Within a string: its end, an escape, or a control character. That the bytes are UTF-8 is checked for all of them at once.
    private static readonly SearchValues<byte> StringStops =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static code => (byte)code), (byte)'"', (byte)'\\']);

    private bool Scalar() => Peek() switch
    {
        '"' => String(),
        't' => Word("true"u8),
        'f' => Word("false"u8),
        'n' => Word("null"u8),
        '-' or (>= '0' and <= '9') => Number(),
        _ => Fail("no value"),
    };

    private bool Word(ReadOnlySpan<byte> word)
    {
        if (!_text[_at..].StartsWith(word))
        {
            return Fail("no value");
        }

        _at += word.Length;
        return true;
    }

    private bool Number()
    {
        _at += _text[_at] == (byte)'-' ? 1 : 0;
        if (At() == '0')
        {
            _at++;
        }
        else if (!Digits())
        {
            return false;
        }

        if (At() == '.')
        {
            _at++;
            if (!Digits())
            {
                return false;
            }
        }

        if (At() is 'e' or 'E')
        {
            _at++;
            _at += At() is '+' or '-' ? 1 : 0;
            return Digits();
        }

        return true;
    }

    private bool Digits()
    {
        var start = _at;
        while (At() is >= '0' and <= '9')
        {
            _at++;
        }

        return _at > start || Fail("no digit where a number needs one");
    }

    private bool String()
    {
        _at++;
        while (true)
        {
            var stop = _text[_at..].IndexOfAny(StringStops);
            if (stop < 0)
            {
                _at = _text.Length;
                return false;
            }

            _at += stop;
            switch (_text[_at])
            {
                case (byte)'"':
                    _at++;
                    return true;
                case (byte)'\\':
                    if (!Escape())
                    {
                        return false;
                    }

                    break;
                default:
                    return Fail("a control character in a string");
            }
        }
    }

    private bool Escape()
    {
        var letter = _at + 1 < _text.Length ? _text[_at + 1] : 0;
        if (letter != 'u')
        {
            if (!"\"\\/bfnrt"u8.Contains((byte)letter))
            {
                return Fail("an escape that there is none of");
            }

            _at += 2;
            return true;
        }

        var unit = Unit(_at);
        if (unit < 0)
        {
            return Fail("an escape without four hexadecimal digits");
        }

        if (char.IsSurrogate((char)unit))
        {
            var second = Unit(_at + 6);
            if (second < 0 || !char.IsSurrogatePair((char)unit, (char)second))
            {
                return Fail("a lone surrogate");
            }

            _at += 6;
        }

        _at += 6;
        return true;
    }

    /// <summary>The UTF-16 unit of the escape at an offset, or -1.</summary>
    private readonly int Unit(int at)
    {
        if (_text.Length - at < 6 || _text[at] != (byte)'\\' || _text[at + 1] != (byte)'u')
        {
            return -1;
        }

        var digits = _text.Slice(at + 2, 4);
        return ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? unit : -1;
    }
}
