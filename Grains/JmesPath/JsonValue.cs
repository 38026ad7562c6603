using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath;

/// <summary>
/// A JSON value: a slice of UTF-8 text that was checked once, until something computes with it. Slices are handed on unchanged, so a
/// number that is only selected comes out byte for byte as it came in.
/// </summary>
public readonly struct JsonValue
{
    // Nothing: null. A byte[]: the slice of it that start and length tell. Else a ComputedList or a ComputedObject. Computed strings and
    // numbers are slices too, of text of their own, so that nothing else has to know how they came to be.
    private readonly object? _source;
    private readonly int _start;
    private readonly int _length;

    private JsonValue(object source, int start, int length) => (_source, _start, _length) = (source, start, length);

    /// <summary>The value null; also what <c>default</c> gives.</summary>
    public static JsonValue Null => default;

    /// <summary>What the value is.</summary>
    public JsonKind Kind => _source switch
    {
        null => JsonKind.Null,
        byte[] text => KindOf(text[_start]),
        ComputedList => JsonKind.List,
        _ => JsonKind.Object,
    };

    /// <summary>Whether the language counts it as true: not null, not false, not an empty string, list or object.</summary>
    public bool IsTruthy => _source switch
    {
        null => false,
        byte[] text => IsTruthyText(text.AsSpan(_start, _length)),
        ComputedList list => list.Count > 0,
        ComputedObject made => made.Count > 0,
        _ => false,
    };

    /// <summary>The elements of a list; nothing for any other kind.</summary>
    public IEnumerable<JsonValue> Elements
    {
        get
        {
            for (var cursor = new ElementCursor(this); cursor.MoveNext();)
            {
                yield return cursor.Current;
            }
        }
    }

    /// <summary>The members of an object, in order, each name once; nothing for any other kind.</summary>
    public IEnumerable<KeyValuePair<string, JsonValue>> Members
    {
        get
        {
            if (Kind == JsonKind.Object)
            {
                var members = ComputedObject.Of(this);
                for (var i = 0; i < members.Count; i++)
                {
                    yield return new(members.Names[i].GetString(), members.Values[i]);
                }
            }
        }
    }

    internal bool IsNull => _source is null || (_source is byte[] text && text[_start] == (byte)'n');

    internal bool IsText => _source is byte[];

    /// <summary>The slice; null is the text <c>null</c>, and a computed list or object has none.</summary>
    internal ReadOnlySpan<byte> Text => _source is byte[] text ? text.AsSpan(_start, _length) : _source is null ? "null"u8 : default;

    internal byte[]? Buffer => _source as byte[];

    internal int Start => _start;

    internal ComputedList? AsComputedList => _source as ComputedList;

    internal ComputedObject? AsComputedObject => _source as ComputedObject;

    /// <summary>How many bytes <see cref="WriteTo"/> writes, at most.</summary>
    internal long Size => _source switch
    {
        null => 4,
        byte[] => _length,
        ComputedList list => list.Size,
        ComputedObject made => made.Size,
        _ => 0,
    };

    /// <summary>A value over checked JSON text (<see cref="JsonText.Check"/>); the text is not copied and must not change.</summary>
    public static JsonValue FromChecked(ReadOnlyMemory<byte> utf8)
    {
        if (!MemoryMarshal.TryGetArray(utf8, out var segment) || segment.Array is not { } array)
        {
            segment = array = utf8.ToArray();
        }

        var text = array.AsSpan(segment.Offset, segment.Count);
        var start = Scan.SkipSpace(text, 0);
        return start == text.Length ? Null : Slice(array, segment.Offset + start, text.TrimEnd(" \t\r\n"u8).Length - start);
    }

    /// <summary>A string. A lone surrogate in it becomes U+FFFD.</summary>
    public static JsonValue FromString(string text) => StringText.ToJson(Encoding.UTF8.GetBytes(text));

    /// <summary>A number.</summary>
    public static JsonValue FromNumber(decimal number) => NumberText.ToJson(number);

    /// <summary>A boolean.</summary>
    public static JsonValue FromBoolean(bool value) => value ? FixedValues.True : FixedValues.False;

    /// <summary>A list.</summary>
    public static JsonValue FromList(IReadOnlyList<JsonValue> elements)
    {
        var list = new ListBuilder(elements.Count);
        foreach (var element in elements)
        {
            list.Add(element);
        }

        return list.Build();
    }

    /// <summary>An object; of members with one name the last counts.</summary>
    public static JsonValue FromObject(IReadOnlyList<KeyValuePair<string, JsonValue>> members)
    {
        var made = new ObjectBuilder(members.Count);
        foreach (var (name, value) in members)
        {
            made.Set(FromString(name), value);
        }

        return made.Build();
    }

    /// <summary>The text of a string, unescaped.</summary>
    /// <exception cref="InvalidOperationException">It is no string.</exception>
    public string GetString() => Encoding.UTF8.GetString(StringText.Decode(Require(JsonKind.String)));

    /// <summary>The text of a number, as the upstream wrote it or as it was computed.</summary>
    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public string GetNumberText() => Encoding.UTF8.GetString(Require(JsonKind.Number).Text);

    /// <summary>Whether it is <c>true</c>.</summary>
    /// <exception cref="InvalidOperationException">It is no boolean.</exception>
    public bool GetBoolean() => Require(JsonKind.Boolean).Text[0] == (byte)'t';

    /// <summary>Looks a member of an object up; false for any other kind.</summary>
    public bool TryGetMember(string name, out JsonValue value) => TryGetMember(new MemberName(name), out value);

    /// <summary>Writes the value as JSON text: a slice as it is, computed values in their shortest form.</summary>
    public void WriteTo(IBufferWriter<byte> output) => ValueWriter.Write(this, output);

    internal static JsonValue Slice(byte[] text, int start, int length) => new(text, start, length);

    internal static JsonValue Whole(byte[] text) => new(text, 0, text.Length);

    internal static JsonValue Of(ComputedList list) => new(list, 0, 0);

    internal static JsonValue Of(ComputedObject made) => new(made, 0, 0);

    internal bool TryGetMember(MemberName name, out JsonValue value)
    {
        if (_source is byte[] text && text[_start] == (byte)'{')
        {
            return Scan.TryFindMember(text, _start, name, out value);
        }

        value = default;
        return _source is ComputedObject made && made.TryGet(name, out value);
    }

    private static JsonKind KindOf(byte first) => first switch
    {
        (byte)'"' => JsonKind.String,
        (byte)'{' => JsonKind.Object,
        (byte)'[' => JsonKind.List,
        (byte)'t' or (byte)'f' => JsonKind.Boolean,
        (byte)'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };

    private static bool IsTruthyText(ReadOnlySpan<byte> text) => text[0] switch
    {
        (byte)'"' => text.Length > 2,
        (byte)'{' => text[Scan.SkipSpace(text, 1)] != (byte)'}',
        (byte)'[' => text[Scan.SkipSpace(text, 1)] != (byte)']',
        (byte)'f' or (byte)'n' => false,
        _ => true,
    };

    private JsonValue Require(JsonKind kind) =>
        Kind == kind ? this : throw new InvalidOperationException($"The value is {Kind.Words()}, not {kind.Words()}.");
}
