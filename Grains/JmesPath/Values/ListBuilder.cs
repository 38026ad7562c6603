namespace Aggregator.JmesPath.Values;

/// <summary>A list in the making.</summary>
/// <param name="capacity">How many elements are expected.</param>
internal struct ListBuilder(int capacity)
{
    private JsonValue[] _elements = capacity == 0 ? [] : new JsonValue[capacity];
    private long _size = 2;

    /// <summary>How many elements there are so far.</summary>
    public int Count { get; private set; }

    public void Add(JsonValue element)
    {
        if (Count == _elements.Length)
        {
            Array.Resize(ref _elements, Math.Max(4, Count * 2));
        }

        _elements[Count++] = element;
        _size = ValueSize.Add(_size, element.Size + 1);
    }

    public readonly JsonValue Build() =>
        Count == 0 ? FixedValues.EmptyList : JsonValue.Of(new ComputedList(_elements, Count, _size));

    /// <summary>The list, unless it would be larger than the evaluation may write.</summary>
    public readonly JsonValue Build(Nodes.Evaluation run)
    {
        run.RequireRoom(_size);
        return Build();
    }
}
