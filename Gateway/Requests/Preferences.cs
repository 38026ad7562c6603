using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Requests;

/// <summary>What a client prefers (RFC 7240). What we do not know, or cannot read, is ignored, as the RFC says.</summary>
/// <param name="Wait">How long the client waits (§4.3); null when it leaves that to the report.</param>
internal sealed record Preferences(TimeSpan? Wait)
{
    /// <summary>The longest wait that is granted; who asks for more gets this.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Reads the <c>Prefer</c> fields of a request; of a preference given twice the first counts (§2).</summary>
    /// <param name="header">The field lines.</param>
    public static Preferences Parse(StringValues header)
    {
        foreach (var line in header)
        {
            foreach (var preference in Split(line ?? "", ','))
            {
                // A parameter after a semicolon qualifies a preference; those of `wait` have no meaning.
                var (name, value) = Pair(Split(preference, ';')[0]);
                if (name.Equals("wait", StringComparison.OrdinalIgnoreCase))
                    return new(Seconds(value));
            }
        }

        return new(Wait: null);
    }

    /// <summary>Splits at a separator that stands outside quotes.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (start, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (quoted && text[at] == '\\')
                at++;
            else if (text[at] == '"')
                quoted = !quoted;
            else if (text[at] == separator && !quoted)
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static (string Name, string Value) Pair(string preference)
    {
        var equals = preference.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return (preference.Trim(), "");
        var value = preference[(equals + 1)..].Trim();
        if (value.Length >= 2 && value[0] == '"' && value[^1] == '"')
            value = value[1..^1];
        return (preference[..equals].Trim(), value);
    }

    /// <summary>Reads delta-seconds (RFC 9110 §10.2.3): digits only. Too many of them mean the longest wait.</summary>
    private static TimeSpan? Seconds(string text)
    {
        if (text.Length == 0 || !text.All(char.IsAsciiDigit))
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LongestWait.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : LongestWait;
    }
}
