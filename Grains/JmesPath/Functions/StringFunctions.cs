using System.Text;
using Aggregator.JmesPath.Scanning;
using Aggregator.JmesPath.Values;

namespace Aggregator.JmesPath.Functions;

/// <summary>Functions of strings. Places and lengths count code points.</summary>
internal static class StringFunctions
{
    public static Function[] All { get; } =
    [
        new("ends_with", 2, 2, static call => JsonValue.FromBoolean(call.Utf8(0).EndsWith(call.Utf8(1)))),
        new("find_first", 2, 4, static call => Find(call, last: false)),
        new("find_last", 2, 4, static call => Find(call, last: true)),
        new("lower", 1, 1, static call => Make(call, Encoding.UTF8.GetString(call.Utf8(0)).ToLowerInvariant())),
        new("replace", 3, 4, Replace),
        new("split", 2, 3, Split),
        new("starts_with", 2, 2, static call => JsonValue.FromBoolean(call.Utf8(0).StartsWith(call.Utf8(1)))),
        new("upper", 1, 1, static call => Make(call, Encoding.UTF8.GetString(call.Utf8(0)).ToUpperInvariant())),
    ];

    private static JsonValue Make(Call call, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        call.Run.SpendWriting(utf8.Length);
        return StringText.ToJson(utf8);
    }

    /// <summary>Where a string is first or last found in another, between two places; null if it is not, and for the empty one.</summary>
    private static JsonValue Find(Call call, bool last)
    {
        var subject = call.Utf8(0);
        var sought = call.Utf8(1);
        call.RequireNumber(2);
        call.RequireNumber(3);
        var length = StringText.CountCodePoints(subject);
        var start = Place(call.Integer(2) ?? 0, length);
        var end = Place(call.Integer(3) ?? length, length);
        if (sought.IsEmpty || start >= end)
        {
            return JsonValue.Null;
        }

        var from = StringText.OffsetOf(subject, start);
        var window = subject[from..StringText.OffsetOf(subject, end)];
        var at = last ? window.LastIndexOf(sought) : window.IndexOf(sought);
        return at < 0 ? JsonValue.Null : JsonValue.FromNumber(start + StringText.CountCodePoints(window[..at]));
    }

    private static int Place(int place, int length) => (int)Math.Clamp(place < 0 ? (long)place + length : place, 0, length);

    /// <summary>Replaces a string, from the left, so often at most. The empty string is found nowhere.</summary>
    private static JsonValue Replace(Call call)
    {
        var rest = call.Utf8(0);
        var old = call.Utf8(1);
        var replacement = call.Utf8(2);
        var left = call.Natural(3) ?? int.MaxValue;
        if (old.IsEmpty)
        {
            return call[0];
        }

        var output = new TextBuilder(call.Run);
        for (; left > 0 && rest.IndexOf(old) is >= 0 and var at; left--)
        {
            output.Add(rest[..at]);
            output.Add(replacement);
            rest = rest[(at + old.Length)..];
        }

        output.Add(rest);
        return output.Build();
    }

    /// <summary>Cuts a string at each place where another is found, so often at most; at the empty one, into its code points.</summary>
    private static JsonValue Split(Call call)
    {
        var rest = call.Utf8(0);
        var separator = call.Utf8(1);
        var left = call.Natural(2) ?? int.MaxValue;
        var parts = new ListBuilder(0);
        if (separator.IsEmpty)
        {
            for (; left > 0 && !rest.IsEmpty; left--)
            {
                var length = StringText.Length(rest[0]);
                AddPart(call, ref parts, rest[..length]);
                rest = rest[length..];
            }

            if (!rest.IsEmpty)
            {
                AddPart(call, ref parts, rest);
            }

            return parts.Build(call.Run);
        }

        for (; left > 0 && rest.IndexOf(separator) is >= 0 and var at; left--)
        {
            AddPart(call, ref parts, rest[..at]);
            rest = rest[(at + separator.Length)..];
        }

        AddPart(call, ref parts, rest);
        return parts.Build(call.Run);
    }

    private static void AddPart(Call call, ref ListBuilder parts, ReadOnlySpan<byte> part)
    {
        call.Run.SpendWriting(part.Length + 2);
        parts.Add(StringText.ToJson(part));
    }
}
