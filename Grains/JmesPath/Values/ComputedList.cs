namespace Aggregator.JmesPath.Values;

/// <summary>A list that was made, of values that are mostly slices.</summary>
/// <param name="elements">The elements; the array may be longer than the list, and must not change.</param>
/// <param name="count">How many there are.</param>
/// <param name="size">
/// How many bytes it takes when written. One value may stand in it many times, so this can be far more than the memory that it takes.
/// </param>
internal sealed class ComputedList(JsonValue[] elements, int count, long size)
{
    public int Count { get; } = count;

    public long Size { get; } = size;

    public JsonValue this[int index] => elements[index];

    public ReadOnlySpan<JsonValue> Elements => elements.AsSpan(0, Count);
}
