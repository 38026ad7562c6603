using System.Text;
using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Values;

/// <summary>A member's name that an expression looks up, encoded once.</summary>
internal sealed class MemberName
{
    private readonly byte[] _utf8;
    private readonly bool _hasBackslash;

    public MemberName(string name)
    {
        Text = name;
        _utf8 = Encoding.UTF8.GetBytes(name);
        _hasBackslash = _utf8.AsSpan().Contains((byte)'\\');
    }

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <summary>Whether a name in JSON text is this one.</summary>
    /// <param name="raw">What stands between its quotes.</param>
    public bool Matches(ReadOnlySpan<byte> raw)
    {
        // An escape is always longer than what it stands for: names of one length are equal byte for byte, without escapes, or differ.
        if (raw.Length <= _utf8.Length)
        {
            return raw.SequenceEqual(_utf8) && !_hasBackslash;
        }

        return raw.Contains((byte)'\\') && StringText.DecodedEquals(raw, _utf8);
    }
}
