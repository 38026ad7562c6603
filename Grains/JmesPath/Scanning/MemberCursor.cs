namespace Aggregator.JmesPath.Scanning;

/// <summary>Walks the members of an object that is a slice of text, as they are written: a name may come twice.</summary>
internal struct MemberCursor
{
    private readonly byte[]? _text;
    private int _at;

    public MemberCursor(JsonValue value)
    {
        if (value.Buffer is { } text && text[value.Start] == (byte)'{')
        {
            _text = text;
            _at = Scan.SkipSpace(text, value.Start + 1);
        }
    }

    /// <summary>The name, a JSON string.</summary>
    public JsonValue Name { get; private set; }

    public JsonValue Value { get; private set; }

    public bool MoveNext()
    {
        if (_text is null || _text[_at] == (byte)'}')
        {
            return false;
        }

        var nameEnd = Scan.StringEnd(_text, _at);
        Name = JsonValue.Slice(_text, _at, nameEnd - _at);
        var start = Scan.MemberValue(_text, nameEnd);
        var end = Scan.End(_text, start);
        Value = JsonValue.Slice(_text, start, end - start);
        _at = Scan.Next(_text, end);
        return true;
    }
}
