using System.Buffers;
using Aggregator.JmesPath;

namespace Aggregator.Shaping;

/// <summary>Writes values as JSON text.</summary>
public static class JsonBytes
{
    /// <summary>The text of a value, exactly as long as its array.</summary>
    /// <param name="value">The value.</param>
    public static byte[] Of(JsonValue value)
    {
        var output = new ArrayBufferWriter<byte>(FirstBuffer);
        value.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    private const int FirstBuffer = 1 << 10;
}
