using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Aggregator.JmesPath.Scanning;

/// <summary>The check of JSON text (RFC 8259): forward over the bytes once, with a stack of bits instead of recursion.</summary>
internal ref partial struct TextCheck
{
    private const int StackedDepth = 256;

    private readonly ReadOnlySpan<byte> _text;
    private readonly Span<bool> _isObject;
    private readonly int _maxDepth;
    private int _at;
    private int _depth;
    private string? _problem;

    private TextCheck(ReadOnlySpan<byte> text, Span<bool> isObject, int maxDepth)
    {
        _text = text;
        _isObject = isObject;
        _maxDepth = maxDepth;
    }

    public static JsonProblem? Run(ReadOnlySpan<byte> text, int maxDepth)
    {
        var depth = Math.Clamp(maxDepth, 0, text.Length);
        var check = new TextCheck(text, depth <= StackedDepth ? stackalloc bool[StackedDepth] : new bool[depth], depth);
        if (!check.Document())
        {
            return new(check._at, check._problem ?? "the end of the text");
        }

        return Utf8.IsValid(text) ? null : new(FirstInvalid(text), "bytes that are not UTF-8");
    }

    private bool Document()
    {
        while (true)
        {
            // Here a value begins; past the switch one has ended.
            switch (Peek())
            {
                case '{':
                    if (!Open(isObject: true))
                    {
                        return false;
                    }

                    if (Peek() != '}')
                    {
                        if (!Name())
                        {
                            return false;
                        }

                        continue;
                    }

                    break;
                case '[':
                    if (!Open(isObject: false))
                    {
                        return false;
                    }

                    if (Peek() != ']')
                    {
                        continue;
                    }

                    break;
                default:
                    if (!Scalar())
                    {
                        return false;
                    }

                    break;
            }

            if (!AfterValue(out var ended))
            {
                return false;
            }

            if (ended)
            {
                return true;
            }
        }
    }

    /// <summary>Closes what ends here, up to where the next value begins.</summary>
    private bool AfterValue(out bool ended)
    {
        ended = false;
        while (true)
        {
            var next = Peek();
            if (_depth == 0)
            {
                ended = true;
                return _at == _text.Length || Fail("something after the value");
            }

            var isObject = _isObject[_depth - 1];
            if (next == ',')
            {
                _at++;
                _ = Peek();
                return !isObject || Name();
            }

            if (next != (isObject ? '}' : ']'))
            {
                return Fail(isObject ? "neither a comma nor the end of the object" : "neither a comma nor the end of the list");
            }

            _at++;
            _depth--;
        }
    }

    private bool Open(bool isObject)
    {
        if (_depth >= _maxDepth)
        {
            return Fail(string.Create(CultureInfo.InvariantCulture, $"nesting deeper than {_maxDepth}"));
        }

        _isObject[_depth++] = isObject;
        _at++;
        return true;
    }

    private bool Name()
    {
        if (Peek() != '"')
        {
            return Fail("no member name");
        }

        if (!String())
        {
            return false;
        }

        if (Peek() != ':')
        {
            return Fail("no colon after a member name");
        }

        _at++;
        return true;
    }

    private readonly int At() => _at < _text.Length ? _text[_at] : -1;

    private int Peek()
    {
        while (_at < _text.Length)
        {
            var unit = _text[_at];
            if (unit is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return unit;
            }

            _at++;
        }

        return -1;
    }

    private bool Fail(string found)
    {
        _problem = _at < _text.Length ? found : null;
        return false;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }
}
