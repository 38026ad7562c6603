using Aggregator.JmesPath.Nodes;
using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Functions;

/// <summary>A string in the making, paid for as it grows.</summary>
internal sealed class TextBuilder(Evaluation run)
{
    private byte[] _utf8 = [];
    private int _length;

    public void Add(ReadOnlySpan<byte> utf8)
    {
        run.SpendWriting(utf8.Length);
        if (utf8.Length > _utf8.Length - _length)
        {
            Array.Resize(ref _utf8, Math.Max(checked(_length + utf8.Length), (int)Math.Min(Array.MaxLength, _utf8.Length * 2L)));
        }

        utf8.CopyTo(_utf8.AsSpan(_length));
        _length += utf8.Length;
    }

    public JsonValue Build() => StringText.ToJson(_utf8.AsSpan(0, _length));
}
