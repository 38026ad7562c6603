using System.Text;
using Aggregator.JmesPath.Scanning;

namespace Aggregator.JmesPath.Functions;

/// <summary>Functions that put characters on the ends of strings or take them away.</summary>
internal static class PaddingFunctions
{
    private const int WidestPadding = 1 << 28;

    public static Function[] All { get; } =
    [
        new("pad_left", 2, 3, static call => Pad(call, left: true)),
        new("pad_right", 2, 3, static call => Pad(call, left: false)),
        new("trim", 1, 2, static call => Trim(call, left: true, right: true)),
        new("trim_left", 1, 2, static call => Trim(call, left: true, right: false)),
        new("trim_right", 1, 2, static call => Trim(call, left: false, right: true)),
    ];

    private static JsonValue Pad(Call call, bool left)
    {
        var text = call.Utf8(0);
        var width = call.Natural(1) ?? 0;
        var padding = call.Utf8(2, " "u8);
        if (StringText.CountCodePoints(padding) != 1)
        {
            throw call.Invalid(2, "not exactly one character");
        }

        var missing = width - StringText.CountCodePoints(text);
        if (missing <= 0)
        {
            return call[0];
        }

        call.Run.SpendWriting((Math.Min(missing, WidestPadding) * (long)padding.Length) + text.Length);
        if (missing > WidestPadding)
        {
            throw call.Invalid(1, "a width beyond all use");
        }

        var padded = new byte[text.Length + (missing * padding.Length)];
        var pads = left ? padded.AsSpan(0, padded.Length - text.Length) : padded.AsSpan(text.Length);
        text.CopyTo(padded.AsSpan(left ? pads.Length : 0));
        for (; !pads.IsEmpty; pads = pads[padding.Length..])
        {
            padding.CopyTo(pads);
        }

        return StringText.ToJson(padded);
    }

    /// <summary>Takes characters away that are among some, or white space if none are told.</summary>
    private static JsonValue Trim(Call call, bool left, bool right)
    {
        var text = call.Utf8(0);
        var characters = call.Utf8(1, default);
        while (left && !text.IsEmpty)
        {
            _ = Rune.DecodeFromUtf8(text, out var first, out var length);
            if (!IsTrimmed(first, text[..length], characters))
            {
                break;
            }

            call.Run.SpendReading(characters.Length);
            text = text[length..];
        }

        while (right && !text.IsEmpty)
        {
            _ = Rune.DecodeLastFromUtf8(text, out var last, out var length);
            if (!IsTrimmed(last, text[^length..], characters))
            {
                break;
            }

            call.Run.SpendReading(characters.Length);
            text = text[..^length];
        }

        call.Run.SpendWriting(text.Length);
        return StringText.ToJson(text);
    }

    // In UTF-8 no character's bytes are found within another's.
    private static bool IsTrimmed(Rune character, ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> characters) =>
        characters.IsEmpty ? Rune.IsWhiteSpace(character) : characters.IndexOf(utf8) >= 0;
}
