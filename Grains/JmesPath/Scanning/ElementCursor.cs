using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Scanning;

/// <summary>Walks the elements of a list; there are none in a value of another kind.</summary>
internal struct ElementCursor
{
    private readonly byte[]? _text;
    private readonly ComputedList? _list;
    private int _at;

    public ElementCursor(JsonValue list)
    {
        _list = list.AsComputedList;
        if (list.Buffer is { } text && text[list.Start] == (byte)'[')
        {
            _text = text;
            _at = Scan.SkipSpace(text, list.Start + 1);
        }
    }

    /// <summary>The element that the cursor stands on.</summary>
    public JsonValue Current { get; private set; }

    public bool MoveNext()
    {
        if (_text is not null)
        {
            if (_text[_at] == (byte)']')
            {
                return false;
            }

            var end = Scan.End(_text, _at);
            Current = JsonValue.Slice(_text, _at, end - _at);
            _at = Scan.Next(_text, end);
            return true;
        }

        if (_list is null || _at == _list.Count)
        {
            return false;
        }

        Current = _list[_at++];
        return true;
    }
}
