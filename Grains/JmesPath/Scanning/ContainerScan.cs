using System.Numerics;
using System.Runtime.Intrinsics;

namespace Aggregator.JmesPath.Scanning;

/// <summary>
/// Finds the end of a list or object, 64 bytes at a time: a bit for each byte tells what it is, and a few operations on the bits tell
/// which brackets stand in no string. Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019, §3.1.
/// </summary>
internal static class ContainerScan
{
    private const int Block = 64;
    private const ulong EvenBits = 0x5555_5555_5555_5555;

    // '[' and '{' differ in this bit alone, and so do ']' and '}'.
    private const byte CurlyBit = 0x20;

    /// <summary>The offset past the list or object that starts at <paramref name="at"/>.</summary>
    public static int End(ReadOnlySpan<byte> text, int at)
    {
        var depth = 0;
        var inString = 0UL;
        var escaped = 0UL;
        for (; Vector256.IsHardwareAccelerated && text.Length - at >= Block; at += Block)
        {
            var low = Vector256.Create(text[at..]);
            var high = Vector256.Create(text[(at + (Block / 2))..]);
            var quotes = Where(low, high, (byte)'"');
            var backslashes = Where(low, high, (byte)'\\');
            if ((backslashes | escaped) != 0)
            {
                quotes &= ~Escaped(backslashes, ref escaped);
            }

            var strings = Between(quotes) ^ inString;
            inString = (ulong)((long)strings >> (Block - 1));
            low |= Vector256.Create(CurlyBit);
            high |= Vector256.Create(CurlyBit);
            var opening = Where(low, high, (byte)'{') & ~strings;
            var closing = Where(low, high, (byte)'}') & ~strings;
            var closed = BitOperations.PopCount(closing);
            if (closed < depth)
            {
                depth += BitOperations.PopCount(opening) - closed;
            }
            else if (TryClose(opening, closing, ref depth, out var last))
            {
                return at + last + 1;
            }
        }

        at += escaped != 0 ? 1 : 0;
        return Tail(text, inString == 0 ? at : Scan.StringRest(text, at), depth);
    }

    private static ulong Where(Vector256<byte> low, Vector256<byte> high, byte value) =>
        Vector256.Equals(low, Vector256.Create(value)).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(high, Vector256.Create(value)).ExtractMostSignificantBits() << (Block / 2));

    /// <summary>The bytes that a backslash takes its meaning to: those after an odd number of backslashes.</summary>
    private static ulong Escaped(ulong backslashes, ref ulong carry)
    {
        backslashes &= ~carry;
        var following = (backslashes << 1) | carry;
        var oddStarts = backslashes & ~EvenBits & ~following;
        var sum = oddStarts + backslashes;
        carry = sum < backslashes ? 1UL : 0UL;
        return (EvenBits ^ (sum << 1)) & following;
    }

    /// <summary>The bits from each odd one, it included, up to the next.</summary>
    private static ulong Between(ulong bits)
    {
        for (var shift = 1; shift < Block; shift *= 2)
        {
            bits ^= bits << shift;
        }

        return bits;
    }

    private static bool TryClose(ulong opening, ulong closing, ref int depth, out int last)
    {
        for (var brackets = opening | closing; brackets != 0; brackets &= brackets - 1)
        {
            last = BitOperations.TrailingZeroCount(brackets);
            depth += ((opening >> last) & 1) != 0 ? 1 : -1;
            if (depth == 0)
            {
                return true;
            }
        }

        last = -1;
        return false;
    }

    private static int Tail(ReadOnlySpan<byte> text, int at, int depth)
    {
        while (true)
        {
            switch (text[at])
            {
                case (byte)'"':
                    at = Scan.StringEnd(text, at);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                case (byte)'}' or (byte)']':
                    at++;
                    if (--depth == 0)
                    {
                        return at;
                    }

                    break;
                default:
                    at++;
                    break;
            }
        }
    }
}
