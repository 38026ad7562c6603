using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Values;

/// <summary>An object in the making; of members with one name the last counts, at the place of the first.</summary>
/// <param name="capacity">How many members are expected.</param>
internal struct ObjectBuilder(int capacity)
{
    // Up to here, comparing with each name is cheaper than a table.
    private const int FewNames = 12;

    private JsonValue[] _names = new JsonValue[Math.Max(1, capacity)];
    private JsonValue[] _values = new JsonValue[Math.Max(1, capacity)];
    private Dictionary<JsonValue, int>? _places;
    private int _count;

    /// <summary>Sets a member.</summary>
    /// <param name="name">Its name, a JSON string.</param>
    /// <param name="value">Its value.</param>
    public void Set(JsonValue name, JsonValue value)
    {
        if (TryFind(name, out var place))
        {
            _values[place] = value;
            return;
        }

        if (_count == _names.Length)
        {
            Array.Resize(ref _names, _count * 2);
            Array.Resize(ref _values, _count * 2);
        }

        _names[_count] = name;
        _values[_count] = value;
        _places?.Add(name, _count);
        _count++;
    }

    /// <summary>Sets the value of a member that there is.</summary>
    public readonly void SetAt(int place, JsonValue value) => _values[place] = value;

    /// <summary>Finds the place of a member, counted from 0 in the order in which they were first set.</summary>
    public bool TryFind(JsonValue name, out int place)
    {
        place = Find(name);
        return place >= 0;
    }

    public bool TryGet(JsonValue name, out JsonValue value)
    {
        var found = TryFind(name, out var place);
        value = found ? _values[place] : default;
        return found;
    }

    public readonly JsonValue Build() => _count == 0 ? FixedValues.EmptyObject : JsonValue.Of(BuildMembers());

    /// <summary>The object, unless it would be larger than the evaluation may write.</summary>
    public readonly JsonValue Build(Nodes.Evaluation run)
    {
        var members = BuildMembers();
        run.RequireRoom(members.Size);
        return _count == 0 ? FixedValues.EmptyObject : JsonValue.Of(members);
    }

    public readonly ComputedObject BuildMembers()
    {
        var size = 2L;
        for (var i = 0; i < _count; i++)
        {
            size = ValueSize.Add(size, _names[i].Size + _values[i].Size + 2);
        }

        return new(_names, _values, _count, size);
    }

    private int Find(JsonValue name)
    {
        if (_count > FewNames && _places is null)
        {
            _places = new(NameComparer.Instance);
            for (var i = 0; i < _count; i++)
            {
                _places.Add(_names[i], i);
            }
        }

        if (_places is not null)
        {
            return _places.TryGetValue(name, out var place) ? place : -1;
        }

        var last = _count - 1;
        while (last >= 0 && !StringText.Equal(_names[last], name))
        {
            last--;
        }

        return last;
    }

    private sealed class NameComparer : IEqualityComparer<JsonValue>
    {
        public static NameComparer Instance { get; } = new();

        public bool Equals(JsonValue x, JsonValue y) => StringText.Equal(x, y);

        public int GetHashCode(JsonValue obj)
        {
            // HashCode is seeded at random for each process, so names that collide on purpose cannot be written in advance.
            var hash = new HashCode();
            hash.AddBytes(StringText.Decode(obj));
            return hash.ToHashCode();
        }
    }
}
