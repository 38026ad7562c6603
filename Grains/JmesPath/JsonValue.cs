using System.Buffers;

namespace Aggregator.JmesPath;

/// <summary>
/// A JSON value: a slice of UTF-8 text that was checked once, until something computes with it. Slices are handed on unchanged, so a
/// number that is only selected comes out byte for byte as it came in.
/// </summary>
public readonly struct JsonValue
{
    /// <summary>The value null; also what <c>default</c> gives.</summary>
    public static JsonValue Null => default;

    /// <summary>What the value is.</summary>
    public JsonKind Kind => JsonKind.Null;

    /// <summary>A value over checked JSON text (<see cref="JsonText.Check"/>); the text is not copied and must not change.</summary>
    public static JsonValue FromChecked(ReadOnlyMemory<byte> utf8) => default;

    /// <summary>A string.</summary>
    public static JsonValue FromString(string text) => default;

    /// <summary>A number.</summary>
    public static JsonValue FromNumber(decimal number) => default;

    /// <summary>A boolean.</summary>
    public static JsonValue FromBoolean(bool value) => default;

    /// <summary>A list.</summary>
    public static JsonValue FromList(IReadOnlyList<JsonValue> elements) => default;

    /// <summary>An object; of members with one name the last counts.</summary>
    public static JsonValue FromObject(IReadOnlyList<KeyValuePair<string, JsonValue>> members) => default;

    /// <summary>The text of a string, unescaped.</summary>
    /// <exception cref="InvalidOperationException">It is no string.</exception>
    public string GetString() => throw new InvalidOperationException();

    /// <summary>The text of a number, as the upstream wrote it or as it was computed.</summary>
    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public string GetNumberText() => throw new InvalidOperationException();

    /// <summary>Whether it is <c>true</c>.</summary>
    /// <exception cref="InvalidOperationException">It is no boolean.</exception>
    public bool GetBoolean() => throw new InvalidOperationException();

    /// <summary>Whether the language counts it as true: not null, not false, not an empty string, list or object.</summary>
    public bool IsTruthy => false;

    /// <summary>The elements of a list; nothing for any other kind.</summary>
    public IEnumerable<JsonValue> Elements => [];

    /// <summary>The members of an object, in order; nothing for any other kind.</summary>
    public IEnumerable<KeyValuePair<string, JsonValue>> Members => [];

    /// <summary>Looks a member of an object up; false for any other kind.</summary>
    public bool TryGetMember(string name, out JsonValue value)
    {
        value = default;
        return false;
    }

    /// <summary>Writes the value as JSON text: a slice as it is, computed values in their shortest form.</summary>
    public void WriteTo(IBufferWriter<byte> output) => output.Write("null"u8);
}
