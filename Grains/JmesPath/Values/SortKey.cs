using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Values;

/// <summary>What an element is sorted by, made ready once; keys of one list are all numbers or all strings.</summary>
internal readonly struct SortKey : IComparable<SortKey>
{
    private readonly JsonValue _value;
    private readonly byte[]? _decoded;
    private readonly decimal _number;
    private readonly bool _isExact;

    public SortKey(JsonValue value, int place)
    {
        _value = value;
        Place = place;
        if (value.Kind == JsonKind.Number)
        {
            _isExact = NumberText.TryToExactDecimal(value.Text, out _number);
        }
        else
        {
            var raw = StringText.Raw(value);
            _decoded = raw.Contains((byte)'\\') ? StringText.Decode(raw).ToArray() : null;
        }
    }

    /// <summary>Where the element was; equal ones stay in that order.</summary>
    public int Place { get; }

    public int CompareTo(SortKey other)
    {
        var order = CompareValue(other);
        return order != 0 ? order : Place.CompareTo(other.Place);
    }

    public int CompareValue(SortKey other)
    {
        if (_isExact && other._isExact)
        {
            return _number.CompareTo(other._number);
        }

        return _value.Kind == JsonKind.Number
            ? NumberText.Compare(_value.Text, other._value.Text)
            : Utf8.SequenceCompareTo(other.Utf8);
    }

    // UTF-8 sorts by code points as it is.
    private ReadOnlySpan<byte> Utf8 => _decoded ?? StringText.Raw(_value);
}
