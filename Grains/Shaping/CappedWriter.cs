using System.Buffers;

namespace Aggregator.Shaping;

/// <summary>A buffer that refuses to grow past a limit.</summary>
/// <param name="limit">The most bytes it takes.</param>
internal sealed class CappedWriter(long limit) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _buffer = new(FirstBuffer);

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <inheritdoc/>
    /// <exception cref="DocumentTooLargeException">The limit is passed.</exception>
    public void Advance(int count)
    {
        _buffer.Advance(count);
        if (_buffer.WrittenCount > limit) throw new DocumentTooLargeException();
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.GetMemory(Bounded(sizeHint));

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.GetSpan(Bounded(sizeHint));

    /// <summary>One value can be larger than what is left: it is refused before room is made for it.</summary>
    private int Bounded(int sizeHint) =>
        _buffer.WrittenCount + (long)sizeHint > limit + FirstBuffer ? throw new DocumentTooLargeException() : sizeHint;

    private const int FirstBuffer = 4 << 10;
}
