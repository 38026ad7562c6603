using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Values;

/// <summary>An object that was made. No name occurs twice.</summary>
/// <param name="names">The names, as JSON strings. Objects made by one expression share them.</param>
/// <param name="values">The values.</param>
/// <param name="count">How many members there are; the arrays may be longer.</param>
/// <param name="size">How many bytes it takes when written.</param>
internal sealed class ComputedObject(JsonValue[] names, JsonValue[] values, int count, long size)
{
    public int Count { get; } = count;

    public long Size { get; } = size;

    public ReadOnlySpan<JsonValue> Names => names.AsSpan(0, Count);

    public ReadOnlySpan<JsonValue> Values => values.AsSpan(0, Count);

    /// <summary>The members of any object, each name once: at the place of its first, with the value of its last.</summary>
    public static ComputedObject Of(JsonValue value)
    {
        if (value.AsComputedObject is { } made)
        {
            return made;
        }

        var members = new ObjectBuilder(4);
        for (var cursor = new MemberCursor(value); cursor.MoveNext();)
        {
            members.Set(cursor.Name, cursor.Value);
        }

        return members.BuildMembers();
    }

    public bool TryGet(MemberName name, out JsonValue value)
    {
        for (var i = 0; i < Count; i++)
        {
            if (name.Matches(StringText.Raw(names[i])))
            {
                value = values[i];
                return true;
            }
        }

        value = default;
        return false;
    }
}
